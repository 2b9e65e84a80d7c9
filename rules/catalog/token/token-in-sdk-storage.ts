import { assign } from '../../facts/edit';
import { findWitness, isCertainly } from '../../facts/judge';
import type { FactOf, Flow, Leaf, SaferStorage, Setting, TokenStorage } from '../../facts/schema';
import type { Fix } from '../../finding';
import { wordsOf } from '../../text/words';
import { rule, stepsTo } from '../rule';

export default rule({
  id: 'token-in-sdk-storage',
  summary: 'An SDK keeps tokens in localStorage or IndexedDB, where any script of the page can read them',
  severity: 'warning',
  preset: 'recommended',
  cwe: [922],
  asvs: ['10.1.1'],
  standards: ['OWASP HTML5 Security'],
  securitySeverity: 5.5,
  on: ['SdkStorage'],

  check(sdk, { settings, file }) {
    const { storage, persists, safer } = sdk.attributes;
    if (sdk.guarded || isCertainly(persists, (value) => !value)) return undefined;
    const chosen = findWitness(storage, isLasting);
    if (chosen === undefined && !(settings.preset === 'strict' && keepsByDefault(sdk))) return undefined;
    const place = (chosen?.value ?? storage.values[0]?.value) === 'indexedDB' ? 'IndexedDB' : 'localStorage';
    const verb = chosen === undefined ? 'keeps tokens by default in' : 'is told to keep tokens in';
    return {
      at: storage.span,
      message: `\`${sdk.display}\` ${verb} ${place}, where every script of the page can read them.`,
      because: 'One XSS, or one compromised package, is enough to copy the tokens and use them from anywhere.',
      help: 'Keep the session in an HttpOnly cookie that a server sets, or the tokens in memory; sessionStorage at least ends with the tab.',
      related:
        chosen === undefined
          ? []
          : stepsTo(chosen.place, chosen.trail, storage.span, file, 'the storage is chosen here'),
      fixes: chosen === undefined ? [] : saferFix(storage, safer.constant),
    };
  },
});

/** It outlives the tab, and no script needs the user for it. */
function isLasting(storage: TokenStorage): boolean {
  return storage === 'localStorage' || storage === 'indexedDB';
}

/** Nothing else is said, and it is a browser that is set up. */
function keepsByDefault({ attributes: { storage, persists, clientKey } }: FactOf<'SdkStorage'>): boolean {
  const isDefault = storage.values.every(({ source }) => source === 'default');
  return isDefault && isCertainly(storage, isLasting) && isCertainly(persists, Boolean) && mayBePublic(clientKey);
}

/** Variables of the environment that bundlers show to a page; Expo's may be an app's, which has no localStorage. */
const PUBLIC_VARIABLE = /^(?:REACT_APP|VITE|VUE_APP|NG_APP|GATSBY|STORYBOOK)_|^(?!EXPO_)(?:\w+_)?PUBLIC_/;
const SERVER_WORDS = new Set(['service', 'secret', 'admin', 'private', 'server']);

/** Whether what names the application is given, and is no server's. */
function mayBePublic({ leaves }: Flow): boolean {
  const given = leaves.filter(({ origin }) => origin.kind !== 'nothing');
  return given.length > 0 && given.every(isPublic);
}

function isPublic({ origin, names }: Leaf): boolean {
  if (origin.kind === 'environment' && !PUBLIC_VARIABLE.test(origin.name ?? '')) return false;
  return !names.flatMap(wordsOf).some((word) => SERVER_WORDS.has(word));
}

/** Another place than the one that is written, where it is the only one. */
function saferFix(storage: Setting<TokenStorage>, safer: SaferStorage): readonly Fix[] {
  if (safer === 'none' || storage.values.length !== 1 || !storage.complete) return [];
  const code = ({ quote }: { readonly quote: string }): string =>
    safer === 'window.sessionStorage' ? safer : `${quote}${safer}${quote}`;
  const edits = assign({ setting: storage, code });
  const title = safer === 'memory' ? 'Keep the tokens in memory' : 'Keep the tokens in sessionStorage';
  return edits === undefined ? [] : [{ title, safety: 'suggestion', edits }];
}
