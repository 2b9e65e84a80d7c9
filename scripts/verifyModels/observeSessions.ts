import { mock } from 'node:test';
import { SECRET } from './forgery';
import { type Observation, observe, type Probe } from './observation';
import { type SessionServer, sent } from './sessionServers';
import { type SessionSetup, sessionSetups } from './sessionSetups';
import { type Options, toSource } from './source';

const OTHER = 'another-secret-of-more-than-32-bytes-too';
const TEN_YEARS = 10 * 365 * 24 * 3600;

/** Where sessions are kept, how long servers take them for valid, and which secret protects them. */
export async function observeSessions(): Promise<readonly Observation[]> {
  const observations: Observation[] = [];
  for (const setup of await sessionSetups()) {
    observations.push(...(await observe(setup.library, setup.api, probesOf(setup))));
  }
  return observations;
}

function probesOf({ source, program, create, hasStore, lifetimes = [], secret }: SessionSetup): readonly Probe[] {
  const probe = (kind: string, attribute: string, options: Options, run: () => unknown): Probe => {
    const text = toSource(options);
    return { kind, attribute, probe: text, source, program: program(text), run };
  };
  const setup = (attribute: string, options: Options, run: () => unknown) =>
    probe('SessionSetup', attribute, options, run);
  const given = secret?.(SECRET) ?? {};
  return [
    ...(hasStore ? [setup('store', {}, () => storeOf(() => create(given)))] : []),
    ...(secret === undefined ? [] : [{ ...probe('SecretUse', 'value', given, () => secretOf(create, secret)) }]),
    ...lifetimes.map((options) => setup('lifetime', options, () => lifetimeOf(() => create(options)))),
  ];
}

type Create = () => SessionServer | Promise<SessionServer>;

/** Whether another server can open a session by its cookie alone. */
async function storeOf(create: Create): Promise<string> {
  const server = await create();
  const cookie = sent((await server()).cookies);
  if ((await (await create())(cookie)).user) return 'sealed';
  return (await server(cookie)).user ? 'memory' : 'nowhere';
}

async function secretOf(create: SessionSetup['create'], secret: (secret: string) => Options): Promise<string> {
  const cookie = sent((await (await create(secret(SECRET)))()).cookies);
  const opens = async (key: string) => Boolean((await (await create(secret(key)))(cookie)).user);
  if (!(await opens(SECRET))) return 'opened by nothing';
  return (await opens(OTHER)) ? 'opened by any secret' : 'opened by this secret alone';
}

/** How long a session that nobody uses is opened, by a clock that we turn. */
async function lifetimeOf(create: Create): Promise<string> {
  const start = Math.floor(Date.now() / 1000) * 1000;
  mock.timers.enable({ apis: ['Date'], now: start });
  try {
    const cookie = sent((await (await create())()).cookies);
    const livesAt = async (seconds: number) => {
      mock.timers.setTime(start + seconds * 1000);
      return Boolean((await (await create())(cookie)).user);
    };
    if (!(await livesAt(0))) return 'expired';
    if (await livesAt(TEN_YEARS)) return 'never expires';
    let [alive, dead] = [0, TEN_YEARS];
    while (dead - alive > 1) {
      const middle = Math.floor((alive + dead) / 2);
      if (await livesAt(middle)) alive = middle;
      else dead = middle;
    }
    return `lives ${dead} s`;
  } finally {
    mock.timers.reset();
  }
}
