import * as vscode from 'vscode';

/** Everything that the extension wrote into its log, at the level that says most. */
export const logged: string[] = [];
/** What the extension told the user. */
export const told: string[] = [];
/** What the extension put on the clipboard. */
export const copied: string[] = [];
/** The items that the extension put into the language status, by their ids. */
export const items = new Map<string, vscode.LanguageStatusItem>();

// The suite and the extension share one API object, and no document is open yet, so the extension did not start.
const { createOutputChannel } = vscode.window;
const { createLanguageStatusItem } = vscode.languages;

Object.assign(vscode.window, {
  createOutputChannel: (name: string, options: { log: true }) => toRecorded(createOutputChannel(name, options)),
  showInformationMessage: async (message: string) => {
    told.push(message);
  },
});
Object.assign(vscode.languages, {
  createLanguageStatusItem(id: string, selector: vscode.DocumentSelector) {
    const item = createLanguageStatusItem(id, selector);
    items.set(id, item);
    return item;
  },
});
Object.defineProperty(vscode.env, 'clipboard', {
  value: {
    readText: async () => copied.at(-1) ?? '',
    writeText: async (text: string) => {
      copied.push(text);
    },
  },
});

const WRITERS = new Set<PropertyKey>(['append', 'appendLine', 'replace', 'trace', 'debug', 'info', 'warn', 'error']);

function toRecorded(channel: vscode.LogOutputChannel): vscode.LogOutputChannel {
  return new Proxy(channel, {
    get(target, property) {
      if (property === 'logLevel') return vscode.LogLevel.Trace;
      if (WRITERS.has(property)) return (text: unknown) => logged.push(String(text));
      const value: unknown = Reflect.get(target, property);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
