import { DOCS_URL } from '../../../rules/config';

/** The first line of a block of code in a page; its first group is the fence. */
export const FENCE = /^(`{3,}|~{3,})/;

export const COMMENT = /<!--.*?-->\n?/gs;

/** What stands behind a fence: the language, and as a caption a file's name or the title of a fix. */
export function toFenceInfo(line: string): { readonly language: string; readonly caption: string } {
  const [language = '', ...rest] = line.replace(FENCE, '').trim().split(' ');
  if (rest[0] === 'config') return { language, caption: 'authlint.config.json' };
  const [file, ...title] = rest[0]?.startsWith('file=')
    ? [rest[0].slice('file='.length), ...rest.slice(1)]
    : ['', ...rest];
  return { language, caption: [title.join(' '), file].filter((part) => part !== '').join(', in ') };
}

const LINK = /\]\((?:\.\.\/)+(\w+)\/([\w-]+)\.md\)/g;

/** A rule's page with addresses in the place of paths: where it is shown, no other page is beside it. */
export function withAddresses(page: string): string {
  return page.replace(LINK, (_, folder: string, name: string) => {
    return `](${DOCS_URL}/docs/${folder === 'docs' ? '' : 'rules/'}${name})`;
  });
}

/**
 * A page as GitHub shows it. CommonMark allows no backtick behind a fence, and readers should see what stands there:
 * it becomes a line of its own.
 */
export function toCommonMark(page: string): string {
  let fence: string | undefined;
  const lines = withAddresses(page)
    .replace(COMMENT, '')
    .split(/\r?\n/)
    .map((line) => {
      const found = FENCE.exec(line)?.[1];
      if (fence !== undefined) {
        if (line.trimEnd() === fence) fence = undefined;
        return line;
      }
      if (found === undefined) return line;
      fence = found;
      const { language, caption } = toFenceInfo(line);
      return caption === '' ? line : `*${caption}*\n\n${found}${language}`;
    });
  return lines.join('\n');
}
