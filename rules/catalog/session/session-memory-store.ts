import { isCertainly } from '../../facts/judge';
import type { Fact, FactOf } from '../../facts/schema';
import { rule, stepToSite } from '../rule';

export default rule({
  id: 'session-memory-store',
  summary: 'Sessions are kept in the memory of the process, which was never meant for production',
  severity: 'information',
  preset: 'recommended',
  cwe: [400],
  asvs: [],
  standards: ['OWASP Session Management'],
  securitySeverity: 3.1,
  on: ['SessionSetup'],

  check(setup, { file, facts }) {
    const { store } = setup.attributes;
    if (setup.guarded || !isInMemory(setup) || facts.some((other) => isAlternative(other, setup))) return undefined;
    return {
      at: store.span,
      message: `\`${setup.display}\` keeps sessions in the memory of the process.`,
      because:
        'Whoever opens enough sessions fills the memory until the process ends, and with it the session of every user.',
      help: 'Give it a `store` outside of the process, such as Redis or a database, at least in production.',
      related: stepToSite(store, file, 'the options are written here'),
    };
  },
});

function isInMemory({ attributes: { store } }: FactOf<'SessionSetup'>): boolean {
  return isCertainly(store, (value) => value === 'memory');
}

/** Sessions are set up a second time, with a store: the one in memory is what is left without it. */
function isAlternative(other: Fact, setup: FactOf<'SessionSetup'>): boolean {
  return other.kind === 'SessionSetup' && other.package === setup.package && !isInMemory(other);
}
