import { findUrlToken } from '../../facts/derive/urlToken';
import { isCertainly } from '../../facts/judge';
import type { FactOf } from '../../facts/schema';
import { type Problem, rule } from '../rule';

export default rule({
  id: 'token-in-url',
  summary: 'A token that signs somebody in stands in a URL',
  severity: 'warning',
  preset: 'recommended',
  cwe: [598],
  asvs: ['14.2.1'],
  standards: ['RFC 9700 §4.3.2'],
  securitySeverity: 5.9,
  on: ['UrlBuild'],

  check(url) {
    if (url.guarded) return undefined;
    return url.attributes.use.constant === 'reader' ? readerProblem(url) : builtProblem(url);
  },
});

const BECAUSE =
  'Addresses are kept in histories and logs and sent on as referrers, and who finds one there is signed in.';

/** Where the option is switched off, its value reads as a text too. */
function readerProblem({ display, attributes: { parameter } }: FactOf<'UrlBuild'>): Problem | undefined {
  if (!isCertainly(parameter, (name) => name !== '' && name !== 'false')) return undefined;
  const [one] = parameter.values;
  return {
    at: parameter.span,
    message: `\`${display}\` accepts tokens from the URL, under \`${one?.value}\`.`,
    because: BECAUSE,
    help: 'Read the token from the `Authorization` header, or from an HttpOnly cookie.',
  };
}

function builtProblem(url: FactOf<'UrlBuild'>): Problem | undefined {
  const token = findUrlToken(url);
  if (token === undefined) return undefined;
  const isSocket = url.attributes.use.constant === 'socket';
  return {
    at: url.attributes.value.span,
    severity: isSocket ? 'information' : 'warning',
    message: `\`${url.display}\` puts ${token.isByOrigin ? 'a signed token' : 'a token'} into the URL, as \`${token.parameter}\`.`,
    because: BECAUSE,
    help: isSocket
      ? 'Send a ticket that works once and for seconds, or the token in the first message.'
      : 'Set a cookie with HttpOnly, or hand over a code that works once and is exchanged for the token.',
  };
}
