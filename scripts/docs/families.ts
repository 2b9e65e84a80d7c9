/** What the folders of the catalogue are about, in the order in which readers meet them. */
export const FAMILIES: Readonly<Record<string, string>> = {
  token: 'Tokens: where they are kept, and where they leak',
  cookie: 'Cookies',
  jwt: 'JSON Web Tokens',
  session: 'Sessions and CSRF',
  compare: 'Comparisons',
  random: 'Randomness',
  suppression: 'Comments that silence findings',
};

/** Families once each; those that are not known come last. */
export function familiesInOrder(families: readonly string[]): readonly string[] {
  const order = Object.keys(FAMILIES);
  const rank = (family: string): number => (order.includes(family) ? order.indexOf(family) : order.length);
  return [...new Set(families)].sort((one, other) => rank(one) - rank(other));
}
