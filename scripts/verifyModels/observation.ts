import type { Library } from './libraries';

/** What a library did when it was asked. */
export interface Observation {
  readonly package: string;
  readonly version: string;
  /** The call, as the documentation of the library names it. */
  readonly api: string;
  /** The kind of the fact, where a program has several. */
  readonly kind?: string;
  /** Which attribute of the fact this tells something about. */
  readonly attribute: string;
  /** What was tried, in source text. */
  readonly probe: string;
  /** What came of it, free of names, dates and keys. */
  readonly observed: string;
  /** `file:line` in the package where the behaviour is written. */
  readonly source: string;
  /** The same as a program, where our models claim to know the answer. */
  readonly program?: string;
}

/** One thing to try; `run` answers what came of it. */
export interface Probe {
  readonly kind?: string;
  readonly attribute: string;
  readonly probe: string;
  readonly source: string;
  readonly program?: string;
  run(): unknown;
}

/** Runs the probes of one call, one after the other. */
export async function observe(
  library: Library,
  api: string,
  probes: readonly Probe[],
): Promise<readonly Observation[]> {
  const { package: name, version } = library;
  const observations: Observation[] = [];
  for (const { run, ...probe } of probes) {
    observations.push({ package: name, version, api, ...probe, observed: await outcome(run) });
  }
  return observations;
}

/** What `attempt` gives, or what it throws. */
async function outcome(attempt: () => unknown): Promise<string> {
  try {
    return String(await attempt());
  } catch (error) {
    // Some throw texts.
    if (!(error instanceof Error)) return `throws ${error}`;
    return `throws ${error.name}: ${error.message.split('\n')[0]}`;
  }
}
