import { catalog } from '../../rules/catalog';
import { FACTS } from '../coverage';
import type { GeneratedFile } from '../registries';
import { FAMILIES, familiesInOrder } from './families';
import { covers, type KnownLibrary, knownLibraries } from './knownLibraries';
import { FIX_KINDS, type FixKind, type KnownRule, knownRules, targetOfRule } from './knownRules';
import { anchorsOf, block, card, code, link, listed, note, table, toAnchor } from './markdown';
import { readableText } from './sourcePage';
import { linkedStandard } from './standards';

const FIXES: Readonly<Record<FixKind, string>> = {
  safe: 'safe: nothing changes but the danger. Part of “fix all”, of fixing on save, and of `authlint --fix`',
  suggestion: 'suggestion: look at what it changes. `authlint --fix-suggestions` applies it',
  choice: 'choice: you choose the value',
  none: 'none: only you know what is right there',
};

/** What each rule's page is followed by when its source is read elsewhere. */
const CLOSING = /^## When to turn it off$/m;

/** A page for each rule, for people. */
export function rulePages(): readonly GeneratedFile[] {
  return knownRules().map((known) => ({ path: known.target, text: rulePage(known) }));
}

function rulePage(known: KnownRule): string {
  const { rule, page, target } = known;
  const text = readableText(page, { target, rule: rule.id, moved: movedRule });
  const at = CLOSING.exec(text)?.index ?? text.length;
  const parts = [
    note(`${page.path} and the rule beside it`),
    `# ${rule.id}`,
    `**${rule.summary}.**`,
    header(known),
    text.slice(0, at).trim(),
    ...section('Severity', severityByCase(known)),
    ...section('Fixes', fixes(known)),
    ...section('Options', options(known)),
    ...section('Libraries', libraries(known)),
    text.slice(at).trim(),
    `[All rules](README.md) · [How to silence a finding](../suppressions.md)`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function movedRule(path: string): string | undefined {
  return knownRules().find(({ page }) => page.path === path)?.target;
}

function section(title: string, text: string): readonly string[] {
  return text === '' ? [] : [`## ${title}`, text];
}

function header({ rule, severities }: KnownRule): string {
  return card([
    ['Severity', severities.length === 1 ? (severities[0] ?? '') : `${severities.join(', ')}: [by case](#severity)`],
    ['Preset', rule.preset === 'strict' ? 'strict only' : 'recommended'],
    ['Standards', standards(rule).join(', ')],
    ['Score', `${rule.securitySeverity.toFixed(1)} of 10, as code scanning on GitHub shows it`],
  ]);
}

/** Which findings have which severity, in their own words, and where the page shows them. */
function severityByCase({ cases, severities, page }: KnownRule): string {
  if (severities.length < 2) return '';
  const anchors = new Set(anchorsOf(page.text));
  const rows = severities.map((severity) => {
    const shown = cases.filter(({ findings }) => findings.some((finding) => finding.severity === severity));
    const messages = shown.flatMap(({ findings }) =>
      findings.filter((finding) => finding.severity === severity).map(({ message }) => withoutNames(message)),
    );
    const links = shown.map(({ heading }) =>
      anchors.has(toAnchor(heading)) ? link(heading, `#${toAnchor(heading)}`) : heading,
    );
    return [severity, [...new Set(messages)].slice(0, MOST_MESSAGES).join('<br>'), links.join(', ')];
  });
  return table(['severity', 'what is said', 'examples'], rows);
}

const MOST_MESSAGES = 6;

/** What findings that differ in names and numbers have in common. */
function withoutNames(text: string): string {
  return text
    .replace(/`[^`]*`/g, '`…`')
    .replace(/\b\d[\d.,]* (?:second|minute|hour|day|week|month|year)s?\b/g, '…')
    .replaceAll('|', '\\|');
}

function standards({ cwe, asvs, standards: others }: KnownRule['rule']): readonly string[] {
  const cited = [...cwe.map((number) => `CWE-${number}`), ...asvs.map((number) => `ASVS ${number}`), ...others];
  return cited.map(linkedStandard);
}

function fixes({ fixes: shown, fixKinds }: KnownRule): string {
  if (shown.length === 0) return 'There is none: only you know what is right there.';
  const alike = new Map<string, readonly string[]>();
  for (const [title, kind] of shown) {
    const common = `${FIX_KINDS.indexOf(kind)} ${withoutNames(title)}`;
    alike.set(common, [...(alike.get(common) ?? []), title]);
  }
  const rows = [...alike]
    .sort(([one], [other]) => (one[0] ?? '').localeCompare(other[0] ?? ''))
    .map(([common, titles]) => {
      const kind = FIX_KINDS[Number(common[0])] ?? 'none';
      return [titles.length === 1 ? (titles[0] ?? '') : common.slice(2), FIXES[kind]];
    });
  const rest = fixKinds.includes('none')
    ? 'Some findings have no fix: there the right code depends on what you mean.'
    : '';
  return [table(['fix', 'what it does'], rows), rest].filter((part) => part !== '').join('\n\n');
}

function options({ rule, options: asked }: KnownRule): string {
  const policy = asked.flatMap((option) => /^policy\.(\w+)$/.exec(option)?.[1] ?? []);
  const said = [
    'Its severity, or `"off"`; [`overrides`](../configuration.md#overrides) sets it for some files only.',
    ...(policy.length === 0
      ? []
      : [`[\`policy\`](../configuration.md#policy) says what it measures by: ${listed(policy.map(code))}.`]),
    ...(asked.includes('cookies')
      ? [
          '[`cookies`](../configuration.md#cookies): `"all"` checks every cookie, and not only those that sign somebody in.',
        ]
      : []),
    ...(rule.preset === 'strict'
      ? ['[`preset`](../configuration.md#preset): only `"strict"` turns it on; a severity of its own does, too.']
      : asked.includes('preset')
        ? ['[`preset`](../configuration.md#preset): under `"strict"` it reports more.']
        : []),
  ];
  const config = { rules: { [rule.id]: rule.severity === 'error' ? 'warning' : 'error' } };
  return `${said.map((one) => `- ${one}`).join('\n')}\n\n${block('json', JSON.stringify(config, undefined, 2))}`;
}

function libraries({ rule }: KnownRule): string {
  const shown = knownLibraries().filter(({ firing }) => firing.has(rule.id));
  const others = knownLibraries().filter((library) => covers(rule, library) && !library.firing.has(rule.id));
  const looksAtSource = rule.on.length === 0 || rule.on.some((kind) => !(kind in FACTS));
  return [
    ...(looksAtSource ? ['It looks at the source itself, whatever libraries are used.'] : []),
    ...(shown.length > 0 ? [`These pages show it firing: ${linkedLibraries(shown)}.`] : []),
    ...(others.length > 0 ? [`These give facts of the kinds that it looks at, too: ${linkedLibraries(others)}.`] : []),
  ].join('\n\n');
}

function linkedLibraries(libraries: readonly KnownLibrary[]): string {
  return libraries.map(({ name, target }) => link(name, target.replace('docs/', '../'))).join(', ');
}

/** The table of all rules. */
export function rulesIndex(): GeneratedFile {
  const parts = [
    note('rules/catalog'),
    '# Rules',
    `${catalog.length} rules. Those of the preset \`recommended\` are on by default; \`strict\` adds those that ask for a decision about ` +
      'the design. The severity is that of the plainest case, with those of other cases in brackets.',
    Object.values(FIXES)
      .map((text) => `- Fix ${text}.`)
      .join('\n'),
    ...familiesInOrder(knownRules().map(({ family }) => family)).flatMap((family) => [
      `## ${FAMILIES[family] ?? family}`,
      table(['Rule', 'Reports', 'Severity', 'Preset', 'Fix', 'Standards', 'Libraries'], rowsOf(family)),
    ]),
    'How sure a finding is does not depend on its severity: what is not known is not reported. ' +
      '[Libraries](../libraries/README.md) · [Configuration](../configuration.md) · [How to silence a finding](../suppressions.md)',
  ];
  return { path: 'docs/rules/README.md', text: `${parts.join('\n\n')}\n` };
}

function rowsOf(family: string): readonly (readonly string[])[] {
  return knownRules()
    .filter((known) => known.family === family)
    .map(({ rule, severities, fixKinds }) => {
      const others = severities.filter((severity) => severity !== rule.severity);
      return [
        link(rule.id, `${rule.id}.md`),
        rule.summary,
        `${rule.severity}${others.length > 0 ? ` (${others.join(', ')})` : ''}`,
        rule.preset,
        fixKinds.join(', '),
        standards(rule).join(', '),
        counted(rule),
      ];
    });
}

function counted(rule: KnownRule['rule']): string {
  const count = knownLibraries().filter((library) => covers(rule, library)).length;
  return count === 0 ? 'any code' : link(String(count), `${rule.id}.md#libraries`);
}

/** The page of a rule as one in a folder of the documentation links to it. */
export function linkedRule(id: string): string {
  return link(id, targetOfRule(id).replace('docs/', '../'));
}
