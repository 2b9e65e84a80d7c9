import { listingOf } from './listings';
import type { Observation } from './observation';

/** Where the facts that authlint reads from a program are not what the library does when the program runs. */
export function findDisagreements(observations: readonly Observation[]): readonly string[] {
  return observations.flatMap((observation) => {
    const { package: name, version, program, attribute, observed } = observation;
    if (program === undefined) return [];
    const said = sayingOf(observation, program);
    if (said === undefined ? QUIET.has(attribute) : agrees(observation, said)) return [];
    const saying = said ?? 'nothing';
    return [`${name}@${version} ${attribute} of\n${program}\n  the model says: ${saying}; the library: ${observed}\n`];
  });
}

/** Listed where the model knows something unusual: some models know nothing of them. */
const QUIET = new Set(['domain', 'path']);

/** What `authlint facts` says of an attribute: `?` where it cannot tell; `undefined` when it sees no fact there. */
function sayingOf({ package: name, version, kind = '', attribute }: Observation, program: string): string | undefined {
  return new RegExp(` ${kind}.* ${attribute}=([^ (\\n]*)`).exec(listingOf(name, version, program))?.[1];
}

function agrees({ kind, attribute, probe, observed }: Observation, said: string): boolean {
  // Where nothing is sent or made, nothing that is said about it is wrong.
  const isMade = observed !== 'no cookie' && !observed.startsWith('throws') && !observed.startsWith('—');
  // A cookie that browsers would not take is one that some libraries do not make.
  if (said === 'none' && observed.includes('SameSite=None cookies must have the Secure')) return true;
  // hapi takes one way to write a value, and starts with no other.
  if (attribute === 'sameSite' && observed.startsWith('throws ValidationError: Invalid state definition')) return true;
  if (attribute === 'sameSite')
    return said === '?' || said === sameSiteOf(observed) || (said === 'auto' && observed === 'lax');
  if (said === '?' || !isMade) return true;
  switch (attribute) {
    case 'value':
      return (observed === 'opened by this secret alone') === (said === '<literal,');
    case 'key':
      return (observed === 'the default') === (said === '<literal,');
    case 'httpOnly':
    case 'secure':
      if (said === 'auto') return observed === (probe.endsWith(' over TLS') ? 'set' : 'unset');
      return observed === (said === 'true' ? 'set' : 'unset');
    case 'lifetime':
      // Seals are given a minute more, for clocks that differ; what cookies live is noted in tens of seconds.
      return hasLifetime(observed, said, kind === 'SessionSetup' ? 61 : 5);
    case 'algorithm':
      return observed.split(',')[0] === said;
    default:
      return observed === said;
  }
}

function sameSiteOf(observed: string): string {
  return ['strict', 'lax', 'none', 'unset'].includes(observed) ? observed : 'invalid';
}

function hasLifetime(observed: string, said: string, tolerance: number): boolean {
  if (said === 'session') return observed === 'browser session';
  if (said === 'never') return observed === 'never expires';
  const seconds = Number(/^lives (\d+) s$/.exec(observed)?.[1] ?? Number.NaN);
  return Number.isNaN(seconds)
    ? observed.startsWith('expired') && Number(said) <= 0
    : Math.abs(seconds - Number(said)) <= tolerance;
}
