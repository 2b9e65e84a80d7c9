import { notRunSection } from './notRun';
import type { Observation } from './observation';

const INTRO = `# Verified defaults

What the libraries do, seen by calling them: \`npm run verify-models\` installs the releases below, repeats every row, and
fails when an answer or one of our models differs. This page is generated from \`scripts/verifyModels/observations.json\`
(\`npm run verify-models -- --update\`).

In the cookie tables *unset* means that the attribute is not written, *no cookie* that nothing is sent at all, and a life
of 1200 s under \`maxAge: 1200000\` that the number counts milliseconds.
Of verifiers, a row says whether the option makes them so: \`ignoresExpiration\` true is an expired token accepted,
\`clockTolerance\` how many seconds after its end a token still passes; \`{}\` is what they do by default, and — what cannot be
asked. Sessions are opened by another server, at times that a turned clock tells.
What was tried *over TLS* came through a proxy, or a connection, that says so. The last section lists what is not run.
`;

/** The Markdown page that shows all observations, one section per call. */
export function toPage(observations: readonly Observation[]): string {
  const sections = groupBy(observations, (it) => `## ${it.package}: \`${it.api}\``);
  return [INTRO, ...[...sections].map(([heading, rows]) => `${heading}\n\n${toTable(rows)}`), notRunSection()].join(
    '\n',
  );
}

function toTable(observations: readonly Observation[]): string {
  const versions = [...new Set(observations.map((it) => it.version))];
  const newest = versions.at(-1) ?? '';
  const rows = groupBy(observations, (it) => `${it.attribute} | \`${it.probe}\``);
  const lines = [...rows].map(([row, seen]) => {
    const answers = versions.map((version) => seen.find((it) => it.version === version)?.observed ?? '—');
    return `| ${[row, ...answers, `\`${seen.find((it) => it.version === newest)?.source ?? ''}\``].join(' | ')} |`;
  });
  const head = `| about | tried | ${versions.join(' | ')} | written in (${newest}) |`;
  return [head, `| --- | --- |${' --- |'.repeat(versions.length + 1)}`, ...lines, ''].join('\n');
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
