import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createSourceFile,
  forEachChild,
  isCallExpression,
  isImportDeclaration,
  isNoSubstitutionTemplateLiteral,
  isStringLiteral,
  isTemplateExpression,
  type Node,
  ScriptTarget,
} from 'typescript';
import { messagesOf } from '../scripts/messages';
import { ROOT, sourcesIn } from './sources';

const read = (name: string) => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));

/** What VS Code shows of a manifest, by the names of the properties. Names that no language changes are left out. */
const SHOWN = /^(title|description|markdownDescription|(markdownE|e)numDescriptions|altText|placeHolder)$/;

/** Two words, or one that begins a sentence. */
const PROSE = /\p{L}{2,} \p{L}{2,}|^\p{Lu}\p{Ll}+( |$)/u;

/** What it makes is read by whoever gets a bug report. */
const FOR_US = 'client/diagnosticInfo.ts';

describe('what the extension says', () => {
  it('stands in package.nls.json, where the manifest says it', () => {
    const { contributes, capabilities } = read('package.json');
    const said = [...shownIn(contributes), ...shownIn(capabilities)];
    assert.ok(said.length > 60);
    const names = said.map((text) => /^%(.+)%$/.exec(text)?.[1] ?? `not named: ${text}`);
    // The title of the settings is our name.
    assert.deepEqual(
      [...new Set(names)].sort(),
      [...Object.keys(read('package.nls.json')), 'not named: authlint'].sort(),
    );
  });

  it('goes through l10n.t, where the code says it', () => {
    const bare = sourcesIn('client').flatMap(({ path, text }) =>
      (path === FOR_US ? withoutMaker(text) : proseIn(text)).map((prose) => `${path}: ${prose}`),
    );
    assert.deepEqual(bare, []);
  });

  it('is seen to be missing, where it is', () => {
    assert.deepEqual(proseIn(`show('Open it'); show(\`no \${a} such thing\`); show(l10n.t('Open it'), 'Restart')`), [
      'Open it',
      `\`no \${a} such thing\``,
      'Restart',
    ]);
  });

  it('stands in the bundle that translators start from', () => {
    const messages = messagesOf('client');
    assert.ok(messages.length > 20);
    assert.deepEqual(read('l10n/bundle.l10n.json'), Object.fromEntries(messages.map((one) => [one, one])));
  });
});

function shownIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (!SHOWN.test(name)) return shownIn(inner);
    return [inner].flat().filter((one) => typeof one === 'string');
  });
}

/** Texts for people that are not handed to `l10n.t`. */
function proseIn(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (isImportDeclaration(node)) return;
    if (isCallExpression(node) && node.expression.getText() === 'l10n.t') {
      for (const argument of node.arguments.slice(1)) visit(argument);
      return;
    }
    if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) {
      if (PROSE.test(node.text)) found.push(node.text);
    } else if (isTemplateExpression(node)) {
      const pieces = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
      if (PROSE.test(pieces.join('…').trim()) || pieces.some((piece) => PROSE.test(piece))) found.push(node.getText());
    }
    forEachChild(node, visit);
  };
  visit(createSourceFile('module.ts', text, ScriptTarget.Latest, true));
  return found;
}

function withoutMaker(text: string): readonly string[] {
  return proseIn(text.slice(0, text.indexOf('function toDiagnosticInfo')));
}
