import { isObjectLiteralExpression, type Node, type SourceFile } from '../../syntax';
import { calleeOf, lastNameOf } from '../lower/indirectCalls';
import type { CallTerm, Term } from '../lower/term';
import { CONTEXT_NAME, isComponentTag, lowerComponentTag } from '../scope/components';
import { lowerProvider, providedBy } from '../scope/providers';
import { type FileScope, isMemberAssignment } from '../scope/scope';

/** Calls that may register a library with its framework, and what is as good as such a call: tags, and providers. */
export function registrationsIn(
  scope: FileScope,
  tree: SourceFile,
  lower: (node: Node) => Term,
  isRegistrationName: (name: string) => boolean,
): readonly CallTerm[] {
  const isNamed = (name: string | undefined): boolean => name !== undefined && isRegistrationName(name);
  const called = scope.sites.flatMap((site) => {
    const call = isNamed(nameOfCallee(site)) ? lower(site) : undefined;
    return call?.kind === 'call' ? [call] : [];
  });
  const declared = scope.declaredCalls.flatMap(({ node, callee }) => {
    if (isObjectLiteralExpression(node))
      return providedBy(node) === callee ? [lowerProvider(node, callee, lower, tree)] : [];
    const name = lastNameOf(callee);
    const isAsked = isNamed(name) || CONTEXT_NAME.test(name ?? '');
    return isComponentTag(node) && isAsked ? [lowerComponentTag(node, lower, tree)] : [];
  });
  return [...called, ...declared];
}

/** The last name of what a call calls. */
export function nameOfCallee(site: Node): string | undefined {
  if (isMemberAssignment(site) || isObjectLiteralExpression(site)) return undefined;
  return lastNameOf(calleeOf(site));
}
