import { catalog } from '../../rules/catalog';
import type { EmittedKind } from '../../rules/facts/schema';
import { FACTS } from '../coverage';
import type { GeneratedFile } from '../registries';
import { covers, type KnownLibrary, knownLibraries } from './knownLibraries';
import { code, link, note, table, toAnchor } from './markdown';
import { readableText } from './sourcePage';

const GROUPS: Readonly<Record<string, readonly EmittedKind[]>> = {
  'Tokens that are signed, checked and read': ['TokenSign', 'TokenVerify', 'TokenDecode'],
  Cookies: ['CookieWrite'],
  'Sessions and their secrets': ['SessionSetup', 'SecretUse'],
  'What is kept in browsers and on devices': ['ClientStore', 'ClientRead'],
  'SDKs that keep the tokens of the user': ['SdkStorage'],
  Logs: ['LogWrite'],
  'URLs and redirects': ['UrlBuild'],
};

/** The list of all libraries. */
export function librariesIndex(): GeneratedFile {
  const libraries = knownLibraries();
  const silent = libraries.filter(({ kinds }) => kinds.size === 0);
  const parts = [
    note('rules/models'),
    '# Libraries',
    `What authlint knows of ${libraries.length} libraries and parts of the platform: their calls, where options go, defaults, units and ` +
      'releases, each read from the source that its page names. [Verified defaults](../verified-defaults.md) says which of it was ' +
      'also seen by calling the library, [coverage](../coverage.md) which rule looks at which library. ' +
      '[Describe a library of your own](../models.md).',
    ...Object.entries(GROUPS).flatMap(([title, kinds]) => [
      `## ${title}`,
      rowsOf(libraries.filter((library) => kinds.some((kind) => library.kinds.has(kind)))),
    ]),
    '## Frameworks and helpers',
    'Through these, what others give gets into code: they say what a request, a session, a key or a credential is.',
    rowsOf(silent),
    '## How to read a page',
    'A page shows code as people write it. Under a line stands what is reported there, if anything is. A table below the code ' +
      'lists what authlint sees in it: the facts. What a rule does not find certain it does not report, so the column *not known* ' +
      'says why a line is silent. [Facts](../facts.md) explains the words; `authlint facts FILE` prints the same of your code.',
    Object.entries(FACTS)
      .map(([kind, text]) => `- [${code(kind)}](../facts.md#${toAnchor(kind)}): ${text}`)
      .join('\n'),
  ];
  return { path: 'docs/libraries/README.md', text: `${parts.join('\n\n')}\n` };
}

function rowsOf(libraries: readonly KnownLibrary[]): string {
  const rows = libraries.map((library) => [
    link(library.name, library.target.replace('docs/libraries/', '')),
    firstSentence(library),
    String(catalog.filter((rule) => covers(rule, library) || library.firing.has(rule.id)).length),
  ]);
  return table(['Library', 'What it is, as authlint sees it', 'Rules'], rows);
}

function firstSentence({ page, target }: KnownLibrary): string {
  const text = readableText(page, { target, moved: () => undefined }).replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  const [paragraph = ''] = text.split('\n\n');
  const [, sentence = paragraph] = /^(.*?[.:])(?:\s|$)/s.exec(paragraph) ?? [];
  return sentence.replaceAll('\n', ' ').replaceAll('|', '\\|').replace(/:$/, '.');
}
