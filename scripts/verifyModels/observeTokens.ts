import { claimProbes } from './claimProbes';
import { hmac, lifetimeOf, open, PUBLIC_PEM, SECRET, unsigned } from './forgery';
import { type Observation, observe, type Probe } from './observation';
import type { Signing, TokenApi } from './tokenApi';
import { tokenApis } from './tokenApis';
import { keyChoice, listByDefault, passes, unsignedTokens } from './verdicts';

/** What the libraries beside jose and jsonwebtoken sign and accept. */
export async function observeTokens(): Promise<readonly Observation[]> {
  const observations: Observation[] = [];
  for (const { library, sign, verify } of await tokenApis()) {
    if (sign !== undefined) {
      const probes = sign.tried.map((signing) => signProbe(signing, sign.source));
      observations.push(...(await observe(library, sign.api, probes)));
    }
    observations.push(...(await observe(library, verify.api, await verifyProbes(verify))));
  }
  return observations;
}

function signProbe({ attribute, call, program, make }: Signing, source: string): Probe {
  return {
    attribute,
    probe: call,
    source,
    ...(program !== undefined && { program }),
    run: async () => {
      const token = await make();
      if (attribute === 'lifetime') return lifetimeOf(token);
      const { header, signed } = open(token);
      return signed ? header.alg : `${header.alg}, no signature`;
    },
  };
}

async function verifyProbes({
  source,
  program,
  programOfNone,
  accepts,
  acceptsCarelessly,
  checks,
}: TokenApi['verify']): Promise<readonly Probe[]> {
  const list = await listByDefault(accepts);
  const tried = (attribute: string, probe: string, token: string, key: unknown) => ({
    attribute,
    probe,
    source,
    run: async () => ((await passes(accepts, token, key)) ? 'accepted' : 'rejected'),
  });
  return [
    // Where nothing passes without a list, what the list would be does not matter.
    {
      attribute: 'algorithms',
      probe: 'no algorithms',
      source,
      ...(list !== 'rejected' && { program }),
      run: () => list,
    },
    // Where there is a list, it decides.
    {
      attribute: 'withoutAlgorithms',
      probe: 'forged tokens, no algorithms',
      source,
      ...((list === 'any' || list === 'rejected') && { program }),
      run: () => keyChoice(acceptsCarelessly ?? accepts),
    },
    {
      attribute: 'unsignedWithoutKey',
      probe: 'unsigned tokens, falsy key',
      source,
      program: programOfNone ?? program,
      run: () => unsignedTokens(accepts),
    },
    tried('algorithms', 'HS256 token, secret', hmac(256, SECRET), SECRET),
    tried('algorithms', 'HS256 token, another secret', hmac(256, 'wrong'), SECRET),
    tried('algorithms', 'HS256 forged with the public PEM, PEM', hmac(256, PUBLIC_PEM), PUBLIC_PEM),
    tried('key', 'unsigned, secret', unsigned(), SECRET),
    tried('key', 'unsigned, undefined', unsigned(), undefined),
    ...claimProbes(source, accepts, checks),
  ];
}
