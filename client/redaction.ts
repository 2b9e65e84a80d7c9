import type { LogOutputChannel } from 'vscode';

// A JSON object in base64 starts so. Right before it may stand an escape, of JSON (as a trace is) or of a URL.
const TOKEN =
  /(?<=^|[^A-Za-z]|\\[bfnrt]|\\u[\dA-Fa-f]{4}|%[\dA-Fa-f]{2})(?:ey[AIJ]|ew[0ko])[\w+/=-]{10,}(?:[.~%][\w+/=-]*)*/g;

// What these requests answer may say what a token holds, or is a file as it stands.
const TELLING =
  /^(.*(?:Received response '(?:textDocument\/(?:hover|inlayHint)|inlayHint\/resolve|workspace\/executeCommand)|Sending response 'authlint\/readFile)\b[^\n]*)\n[\s\S]*/;

// The key that a signature is verified with, and the text of documents and edits, as JSON holds them: a password in source
// looks like any other text.
const KEY = /("key"\s*:\s*)"([^"\\]*(?:\\.[^"\\]*)*)"/g;
const TEXT = /("(?:text|newText|value)"\s*:\s*)"([^"\\]*(?:\\.[^"\\]*)*)"/g;
const PRIVATE_KEY = /-----BEGIN ([A-Z ]*)PRIVATE KEY-----[\s\S]*?(?:-----END \1PRIVATE KEY-----|$)/g;

/**
 * Replaces every token in a text, and of a trace every key that the server gets and the text of documents, by its length,
 * and leaves out what a trace says of what tokens hold.
 */
export function redact(text: string): string {
  return text
    .replace(TELLING, '$1')
    .replace(KEY, (_, name: string, key: string) => `${name}"<key, ${key.length} characters>"`)
    .replace(TEXT, (_, name: string, code: string) => `${name}"<text, ${code.length} characters>"`)
    .replace(PRIVATE_KEY, (key) => `<key, ${key.length} characters>`)
    .replace(TOKEN, (token) => `<token, ${token.length} characters>`);
}

const WRITERS = ['append', 'appendLine', 'replace', 'trace', 'debug', 'info', 'warn', 'error'] as const;

/** The same channel, but no token, no key and no text of a document reaches it, which a protocol trace holds. */
export function redactingChannel(channel: LogOutputChannel): LogOutputChannel {
  const writers = new Map<PropertyKey, (text: string | Error) => void>(
    WRITERS.map((writer) => [
      writer,
      (text) => channel[writer](redact(text instanceof Error ? (text.stack ?? text.message) : text)),
    ]),
  );
  return new Proxy(channel, {
    get(target, property) {
      const value: unknown = writers.get(property) ?? Reflect.get(target, property);
      return typeof value === 'function' && !writers.has(property) ? value.bind(target) : value;
    },
  });
}
