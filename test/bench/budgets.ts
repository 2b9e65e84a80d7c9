import type { EditorTimes } from './editor';
import { mediansOf, quantile } from './process';
import type { Measured } from './table';

/** What was measured on one tree: authlint first, then what only parses and walks, then the peers. */
export interface OnTree {
  readonly name: string;
  readonly measured: readonly Measured[];
}

/** The cost against size: the same tree, and copies of it. */
export interface Growth {
  readonly copies: number;
  readonly one: Measured;
  readonly all: Measured;
}

/** Each budget with what was measured of it, as lines of text: whether it is met, and by how much it is not. */
export function budgetLines(
  trees: readonly OnTree[],
  { copies, one, all }: Growth,
  editors: readonly EditorTimes[],
): readonly string[] {
  const onTrees = trees.flatMap(({ name, measured: [own, floor, ...peers] }) => {
    if (own === undefined || floor === undefined) return [];
    const ours = mediansOf(own.runs);
    return [
      ...peers.map((peer) =>
        atLeast(
          peer.tool.startsWith('oxlint') ? 3 : 15,
          mediansOf(peer.runs).wall / ours.wall,
          '×',
          `${peer.tool} on ${name}`,
        ),
      ),
      atMost(
        30,
        100 * (ours.wall / mediansOf(floor.runs).wall - 1),
        '%',
        `rules and reporting over parsing and walking ${name}`,
      ),
      atMost(150, ours.peak, 'MB', `peak memory on ${name}`),
    ];
  });
  const inEditor = editors.flatMap(({ name, keystrokes, startUp, peak }) => [
    atMost(10, quantile(keystrokes, 0.95), 'ms', `p95 of a keystroke in ${name}`),
    atMost(25, quantile(keystrokes, 0.99), 'ms', `p99 of a keystroke in ${name}`),
    atMost(400, quantile(startUp, 0.95), 'ms', `p95 to the first diagnostics of ${name}`),
    atMost(200, peak, 'MB', `memory of the server, the index of ${name}'s tree complete`),
  ]);
  return [
    ...onTrees,
    atMost(11, mediansOf(all.runs).wall / mediansOf(one.runs).wall, '×', `time of ${copies} copies against one`),
    ...inEditor,
  ];
}

function atLeast(budget: number, value: number, unit: string, what: string): string {
  return toLine(value >= budget, `at least ${budget}`, budget / value, value, unit, what);
}

function atMost(budget: number, value: number, unit: string, what: string): string {
  return toLine(value <= budget, `at most ${budget}`, value / budget, value, unit, what);
}

function toLine(isMet: boolean, budget: string, away: number, value: number, unit: string, what: string): string {
  const verdict = isMet ? 'met' : `NOT met, ${away.toFixed(1)} times off`;
  return `- ${what}: ${value.toFixed(value < 10 ? 1 : 0)} ${unit}, budget ${budget} ${unit}: ${verdict}`;
}
