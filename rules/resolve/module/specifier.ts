/** Where Deno, and pages, take packages from by their address. */
const FROM_REGISTRY = /^(?:npm:|jsr:|https:\/\/esm\.sh\/)\/?((?:@[^/@]+\/)?[^/@?]+)(?:@[^/?]*)?(\/[^?]*)?/;
const FROM_DENO = /^https:\/\/deno\.land\/(std|x\/[^/@]+)(?:@[^/]+)?\/(?:mod|(.+?)(?:\/mod)?)\.ts$/;

/** The name of the package and what is imported of it, however a specifier says where that is. */
export function plainSpecifier(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier.slice('node:'.length);
  if (!/^(?:npm|jsr|https):/.test(specifier)) return specifier;
  const [, name, inside = ''] = FROM_REGISTRY.exec(specifier) ?? [];
  if (name !== undefined) return name + inside;
  const [, place, path] = FROM_DENO.exec(specifier) ?? [];
  return place === undefined ? specifier : `@${place}${path === undefined ? '' : `/${path}`}`;
}
