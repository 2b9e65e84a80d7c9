import { isIdentifier, isObjectLiteralExpression, type Node, type SourceFile } from '../../syntax';
import { calleeOf } from '../lower/indirectCalls';
import type { CallTerm, Term } from '../lower/term';
import { type FileScope, isMemberAssignment, startsInWorkspace } from '../scope/scope';
import { type AssignmentTerm, actionTerm, type IsKnownName } from './actions';
import { nameOfCallee, registrationsIn } from './registrations';

/** The calls and the assignments of a file, by the names that they show. */
export interface SiteTerms {
  callsNamed(name: string): readonly CallTerm[];
  /** Those to a member of that name. */
  assignmentsTo(name: string): readonly AssignmentTerm[];
  /** The calls that may hand something to a framework, and the providers of dependencies. */
  registrations(): readonly CallTerm[];
}

/** Looks at names before anything is lowered. */
export function createSiteTerms(
  tree: SourceFile,
  scope: FileScope,
  lower: (node: Node) => Term,
  isRegistrationName: IsKnownName,
): SiteTerms {
  const { sites } = scope;
  let registrations: readonly CallTerm[] | undefined;
  const callAt = (site: Node): readonly CallTerm[] => {
    const call = lower(site);
    return call.kind === 'call' ? [call] : [];
  };
  return {
    callsNamed: (name) => sites.filter((site) => nameOfCallee(site) === name).flatMap(callAt),
    assignmentsTo: (name) =>
      sites.filter(isMemberAssignment).flatMap((site) => {
        const action = actionTerm(site, lower, tree);
        return action?.kind === 'assignment' && action.target.key === name ? [action] : [];
      }),
    registrations: () => {
      registrations ??= registrationsIn(scope, tree, lower, isRegistrationName);
      return registrations;
    },
  };
}

/** A look at a site before anything of it is lowered. */
export function mayBeTarget(site: Node, scope: FileScope, isKnownName: IsKnownName): boolean {
  if (isMemberAssignment(site) || isObjectLiteralExpression(site)) return true;
  const expression = calleeOf(site);
  if (isIdentifier(expression)) {
    const id = scope.find(expression.text, expression);
    // A function that calls its parameter does what it is given.
    if (id !== undefined && scope.declarations[id]?.kind === 'parameter') return true;
  }
  const name = nameOfCallee(site);
  return (name !== undefined && isKnownName(name)) || startsInWorkspace(expression, scope);
}
