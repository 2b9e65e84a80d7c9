import type { Node, SourceFile } from '../../syntax';
import { conditionsOf } from '../around/conditions';
import { isCalledUnderGuard } from '../around/guardedCallers';
import type { Runtimes } from '../around/runtime';
import type { Term } from '../lower/term';
import type { References } from '../scope/references';
import type { FileScope } from '../scope/scope';
import { nameInCallback, namesAround } from '../scope/surroundings';
import { type Action, actionTerm, type IsKnownName, writtenName } from './actions';
import { type Aftermath, aftermathOf } from './aftermath';
import { nameOfCallee } from './registrations';
import type { Binding } from './summary';

/** What the sites of a file do, and what becomes of it. */
export interface SiteActions {
  /** `undefined` when the syntax of the site is broken. */
  action(site: Node): Action | undefined;
  aftermath(site: Node): Aftermath;
}

export interface SiteActionsOptions {
  readonly tree: SourceFile;
  readonly scope: FileScope;
  readonly references: References;
  readonly runtimes: Runtimes;
  readonly lower: (node: Node) => Term;
  readonly binding: (id: number) => Binding;
  readonly isUnderGuard: (node: Node) => boolean;
  readonly isDecoderName: IsKnownName;
}

/** Most actions turn out to be nothing: what surrounds them is looked at when it is asked for. */
export function createSiteActions(options: SiteActionsOptions): SiteActions {
  const { tree, scope, references, runtimes, lower, binding, isUnderGuard, isDecoderName } = options;
  const aftermath = (site: Node): Aftermath => aftermathOf(site, { tree, scope, references }, lower, binding);
  return {
    action(site) {
      const term = actionTerm(site, lower, tree);
      if (term === undefined) return undefined;
      return {
        term,
        get written() {
          return writtenName(site, tree);
        },
        get guarded() {
          return isUnderGuard(site) || isCalledUnderGuard(site, scope, references, isUnderGuard);
        },
        get around() {
          const name = nameInCallback(site);
          return name === undefined ? namesAround(site) : [name, ...namesAround(site)];
        },
        get conditions() {
          return conditionsOf(site, lower);
        },
        get runtime() {
          return runtimes.at(site);
        },
        get aftermath() {
          return isDecoderName(nameOfCallee(site) ?? '') ? aftermath(site) : undefined;
        },
      };
    },
    aftermath,
  };
}
