const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** What counts in code when only its brackets are asked for; a lone quote is a text that is not closed on its line. */
const PART = /\/\*[\s\S]*?\*\/|\/\/[^\r\n]*|'(?:\\[\s\S]|[^'\\\r\n])*'|"(?:\\[\s\S]|[^"\\\r\n])*"|['"`()[\]{}]/g;

/** Who nests deeper is not read: it keeps the time for a text of many open brackets in bounds. */
const MAX_DEPTH = 100;

/** The characters of a template text up to its end or its next hole. */
const TEMPLATE_END = /(?:\\[\s\S]|\$(?!\{)|[^\\`$])*(`|\$\{)/y;

/**
 * Where the bracket that opens at `start` is closed: the offset behind its partner. `undefined` when it never is, or when
 * another one is closed first, which unfinished code does. Regular expressions that hold brackets or quotes may look like
 * it too.
 */
export function endOfBrackets(text: string, start: number): number | undefined {
  const awaited: string[] = [];
  let at = start;
  do {
    PART.lastIndex = at;
    const part = PART.exec(text);
    if (part === null) return undefined;
    at = PART.lastIndex;
    const [found] = part;
    const closing = CLOSING[found];
    if (closing !== undefined) awaited.push(closing);
    else if (found === '`' || (found === '}' && awaited.at(-1) === '`')) {
      // A hole of a template is a bracket that the template's text goes on behind.
      if (found === '}') awaited.pop();
      const opened = behindTemplateText(text, at);
      if (opened === undefined) return undefined;
      at = opened.end;
      if (opened.isHole) awaited.push('`');
    } else if (/^[)\]}]$/.test(found)) {
      if (awaited.pop() !== found) return undefined;
    } else if (/^['"]$/.test(found)) return undefined;
  } while (awaited.length > 0 && awaited.length <= MAX_DEPTH);
  return awaited.length === 0 ? at : undefined;
}

function behindTemplateText(
  text: string,
  start: number,
): { readonly end: number; readonly isHole: boolean } | undefined {
  TEMPLATE_END.lastIndex = start;
  const found = TEMPLATE_END.exec(text);
  return found === null ? undefined : { end: TEMPLATE_END.lastIndex, isHole: found[1] === '${' };
}
