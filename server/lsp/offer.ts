import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import type { Finding } from '../../rules';

/** A code action before its edit is written down, which most actions of a menu never need. */
export interface Offer {
  readonly action: Omit<CodeAction, 'edit'>;
  /** Actions of one title with equal keys do the same. */
  readonly key: string;
  /** Smaller ones come first. */
  readonly rank: number;
  /** What it is offered for; absent for what is about the whole file. */
  readonly findings?: readonly Finding[];
  /** Absent for an action that edits nothing. */
  toEdit?(): Promise<WorkspaceEdit | undefined>;
}

/** The places of actions in a menu, first to last. */
export const RANK = { severalFindings: 0, preferred: 1, other: 2, wholeFile: 3, suppression: 4, documentation: 5 };

/** One action for each title and key, in the order of a menu: two findings may ask for the same change. */
export function toMenu(offers: readonly Offer[]): readonly Offer[] {
  const merged = new Map<string, Offer>();
  for (const offer of offers) {
    const name = JSON.stringify([offer.action.title, offer.key]);
    const twin = merged.get(name);
    merged.set(name, twin === undefined ? offer : merge(twin, offer));
  }
  return preferTogether([...merged.values()]).toSorted((a, b) => a.rank - b.rank);
}

/** Prefers what mends several findings at once to the fixes of each: an editor lists preferred actions before others. */
function preferTogether(offers: readonly Offer[]): readonly Offer[] {
  const together = offers.filter(({ rank }) => rank === RANK.severalFindings);
  return offers.map((offer) => {
    const { action, rank, findings: own = [] } = offer;
    if (rank === RANK.severalFindings) return { ...offer, action: { ...action, isPreferred: true } };
    const isCovered = together.some(({ findings = [] }) => own.every((one) => findings.includes(one)));
    return rank === RANK.preferred && isCovered ? { ...offer, action: withoutPreference(action) } : offer;
  });
}

function withoutPreference({ isPreferred, ...action }: Offer['action']): Offer['action'] {
  return action;
}

function merge(one: Offer, other: Offer): Offer {
  const diagnostics = [...(one.action.diagnostics ?? []), ...(other.action.diagnostics ?? [])];
  const action = { ...other.action, ...one.action, ...(diagnostics.length > 0 && { diagnostics }) };
  // What mends several findings at once comes first; what silences or explains them does not.
  const rank = one.rank <= RANK.other ? RANK.severalFindings : one.rank;
  return { ...one, action, rank, findings: [...(one.findings ?? []), ...(other.findings ?? [])] };
}
