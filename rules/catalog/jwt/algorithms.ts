import type { KeyKind } from '../../facts/derive/key';
import { assign, contextOf } from '../../facts/edit';
import type { Setting } from '../../facts/schema';
import { CHOICE, type Fix } from '../../finding';

/** Algorithms that every library signs with, by the key that they take: the key does not tell which of them it is for. */
function algorithmsFor(key: KeyKind): readonly string[] {
  if (key === 'secret') return ['HS256', 'HS384', 'HS512'];
  return key === 'asymmetric' || key === 'key-set' ? ['RS256', 'ES256', 'PS256'] : ['RS256', 'ES256', 'HS256'];
}

/** The fix that lists the one algorithm that tokens are signed with. */
export function sameAlgorithmFixes(algorithm: string, setting: Setting<unknown>): readonly Fix[] {
  const edits = assign({ setting, code: ({ quote }) => `[${quote}${algorithm}${quote}]` });
  return edits === undefined
    ? []
    : [{ title: `Accept ${algorithm}, which the tokens are signed with`, safety: 'safe', edits }];
}

/** The fix that names one algorithm, or lists one, for a key; the user chooses which. */
export function algorithmFixes(
  title: string,
  setting: Setting<unknown>,
  key: KeyKind,
  form: 'name' | 'list',
): readonly Fix[] {
  const context = contextOf(setting);
  const edits = assign({ setting, code: () => (form === 'list' ? `[${CHOICE}]` : CHOICE) });
  if (edits === undefined || context === undefined || key === 'nothing') return [];
  const choices = algorithmsFor(key).map((name) => `${context.quote}${name}${context.quote}`);
  return [{ title, safety: 'suggestion', edits, choices }];
}
