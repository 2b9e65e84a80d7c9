import { decodeToken, findWellKnownSecret, type Policy, toHoverMarkdown } from '../../rules';

/** What is inside the first token of a text, as markdown; `undefined` when there is none. Times are local to the server. */
export async function findTokenMarkdown(text: string, policy: Policy, locale: string): Promise<string | undefined> {
  const token = decodeToken(text);
  if (token === undefined) return undefined;
  const wellKnownSecret = await findWellKnownSecret(token);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return toHoverMarkdown(token, Date.now(), { policy, wellKnownSecret, timeZone, locale });
}
