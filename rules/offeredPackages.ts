import type { LibraryModel } from './models/model';
import { perModels } from './perModels';
import type { Offer } from './resolve/evaluate/offers';
import { CONTEXT_NAME } from './resolve/scope/components';
import { escaped } from './text/patterns';

/** How the text of a file shows that it may offer something to a library: by all of these. */
interface OfferSign {
  readonly package: string;
  readonly patterns: readonly RegExp[];
}

/** The signs, and a pattern that shows in every text that has one of them. */
const signsOf = perModels((all): { readonly any: RegExp; readonly each: readonly OfferSign[] } => {
  const each = all.flatMap(({ package: name, modules = [name], offers = [] }) =>
    [...new Map(offers.map((one) => [one.by, one])).values()].map(({ by, name: named }): OfferSign => {
      if (named === 'itself') return { package: name, patterns: [CONTEXT_TAG] };
      const calls = namesOf(by).map((one) => new RegExp(one));
      return { package: name, patterns: isOfValue(by) ? calls : [...calls, quoted(modules)] };
    }),
  );
  const last = each.flatMap(({ patterns: [one] }) => one?.source ?? []);
  return { any: new RegExp([...new Set(last)].join('|') || '(?!)'), each };
});

/** What bears any name is told by what people call it. */
const CONTEXT_TAG = new RegExp(`<[\\w.]*${CONTEXT_NAME.source.replace('$', '')}\\s+value=`);

/** Whether it is a member of something that may come from another file: a container, a context. */
function isOfValue(by: Offer['by']): boolean {
  return /^#|\(\)\./.test(by);
}

/** The names that code shows which calls it, the last one first: `to` and `bind` of `#Container.bind().to`. */
function namesOf(by: Offer['by']): readonly string[] {
  const [first = '', ...members] = by.replaceAll('()', '').split('.').map(escaped);
  const shown = members.map((one) => `\\.\\s*${one}\\b`);
  return (isOfValue(by) ? shown : [`\\b${first}\\b`, ...shown]).reverse();
}

function quoted(modules: readonly string[]): RegExp {
  return new RegExp(`['"\`](?:${modules.map(escaped).join('|')})['"\`]`);
}

/**
 * The packages that a file may offer something to, for those who know `models` beside the libraries that are built in. Names
 * are enough: what is offered is read when somebody asks for it. `text` may be decoded as one-byte characters.
 */
export function offeredPackages(text: string, models: readonly LibraryModel[]): readonly string[] {
  const { any, each } = signsOf(models);
  if (!any.test(text)) return [];
  const shown = each.filter(({ patterns }) => patterns.every((one) => one.test(text)));
  return [...new Set(shown.map((one) => one.package))];
}
