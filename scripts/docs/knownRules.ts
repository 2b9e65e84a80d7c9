import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { catalog } from '../../rules/catalog';
import type { Rule } from '../../rules/catalog/rule';
import { SEVERITIES, type Severity } from '../../rules/config';
import type { Finding, Fix } from '../../rules/finding';
import type { Settings } from '../../rules/settings';
import { readPage } from '../../test/pages/fixture';
import { findingsIn } from '../../test/pages/run';
import { ruleModules } from '../registries';
import type { SourcePage } from './sourcePage';

const ROOT = join(__dirname, '../..');

/** `none`: there is a finding that comes without a fix. */
export type FixKind = 'safe' | 'suggestion' | 'choice' | 'none';
export const FIX_KINDS: readonly FixKind[] = ['safe', 'suggestion', 'choice', 'none'];

/** A rule and what its page shows of it, which tests hold to what the engine does. */
export interface KnownRule {
  readonly rule: Rule;
  /** `jwt`. */
  readonly family: string;
  readonly page: SourcePage;
  /** Its page in the documentation. */
  readonly target: string;
  readonly cases: readonly Case[];
  readonly fixes: readonly (readonly [title: string, kind: FixKind])[];
  readonly fixKinds: readonly FixKind[];
  readonly severities: readonly Severity[];
  /** What it asks the settings: `policy.maxCookieLifetime`, `cookies`, `preset`. */
  readonly options: readonly string[];
}

/** What a section of the page shows firing. */
interface Case {
  readonly heading: string;
  readonly findings: readonly Finding[];
}

let known: readonly KnownRule[] | undefined;

/** All rules. Their examples are analysed, once. */
export function knownRules(): readonly KnownRule[] {
  known ??= read();
  return known;
}

export function targetOfRule(id: string): string {
  return `docs/rules/${id}.md`;
}

function read(): readonly KnownRule[] {
  const modules = ruleModules();
  return catalog.map((rule, index) => {
    const { module } = modules[index] ?? { module: '' };
    const path = `rules/catalog/${module}.md`;
    const text = readFileSync(join(ROOT, path), 'utf8');
    if (basename(module) !== rule.id) throw new Error(`${path} is not the page of ${rule.id}`);
    return {
      rule,
      family: dirname(module),
      page: { path, text },
      target: targetOfRule(rule.id),
      ...shownIn(path, text, rule),
    };
  });
}

function shownIn(path: string, text: string, { id }: Rule) {
  const options = new Set<string>();
  const shown = readPage(path, text)
    .sections.map((section) => ({
      heading: section.heading,
      findings: findingsIn(section, { rule: id }, (settings) => watched(settings, options)).filter(
        ({ rule }) => rule === id,
      ),
    }))
    .filter((one) => one.findings.length > 0);
  const findings = shown.flatMap((one) => one.findings);
  const fixes = new Map(
    findings.flatMap((one) => one.fixes.map((fix) => [`${fix.title} ${kindOf(fix)}`, fix] as const)),
  );
  const kinds = findings.flatMap(kindsOf);
  return {
    cases: shown,
    fixes: [...fixes.values()].map((fix) => [fix.title, kindOf(fix)] as const),
    fixKinds: FIX_KINDS.filter((kind) => kinds.includes(kind)),
    severities: severitiesOf(findings),
    options: [...options].sort(),
  };
}

function severitiesOf(findings: readonly Finding[]): readonly Severity[] {
  return SEVERITIES.filter((severity) => findings.some((finding) => finding.severity === severity));
}

function kindsOf({ fixes }: Finding): readonly FixKind[] {
  return fixes.length === 0 ? ['none'] : fixes.map(kindOf);
}

function kindOf({ safety, choices }: Fix): FixKind {
  return choices === undefined ? safety : 'choice';
}

/** The same settings, which note what only rules ask for. */
function watched(settings: Settings, asked: Set<string>): Settings {
  const watch = <T extends object>(object: T, name: (key: string) => string | undefined): T =>
    new Proxy(object, {
      get(target, key) {
        const option = name(String(key));
        if (option !== undefined) asked.add(option);
        return Reflect.get(target, key);
      },
    });
  const policy = watch(settings.policy, (key) => `policy.${key}`);
  return watch({ ...settings, policy }, (key) => (['cookies', 'preset'].includes(key) ? key : undefined));
}
