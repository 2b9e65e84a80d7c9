import {
  type DecodedToken,
  decodeToken,
  findWellKnownSecret,
  type Policy,
  type TokenViewOptions,
  toHeaderJson,
  toHoverMarkdown,
  toPayloadJson,
  toTokenDocument,
  verifySignature,
} from '../../rules';

/** What may be asked of the first token of a text. */
export const TOKEN_VIEWS = ['hover', 'document', 'header', 'payload'] as const;
export type TokenView = (typeof TOKEN_VIEWS)[number];

/** Shows the first token of a text; `undefined` when there is none, or nothing to show. Times are local to the server. */
export async function findTokenView(
  view: TokenView,
  text: string,
  policy: Policy,
  locale: string,
): Promise<string | undefined> {
  const token = decodeToken(text);
  if (token === undefined) return undefined;
  if (view === 'header') return toHeaderJson(token);
  if (view === 'payload') return toPayloadJson(token);
  const options = await toOptions(token, policy, locale);
  return (view === 'hover' ? toHoverMarkdown : toTokenDocument)(token, Date.now(), options);
}

/** The first token of a text as a document that says what a key makes of its signature. */
export async function findVerifiedView(
  text: string,
  key: string,
  policy: Policy,
  locale: string,
): Promise<string | undefined> {
  const token = decodeToken(text);
  if (token === undefined) return undefined;
  const [options, verification] = await Promise.all([toOptions(token, policy, locale), verifySignature(token, key)]);
  return toTokenDocument(token, Date.now(), options, verification);
}

async function toOptions(token: DecodedToken, policy: Policy, locale: string): Promise<TokenViewOptions> {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return { policy, wellKnownSecret: await findWellKnownSecret(token), timeZone, locale };
}
