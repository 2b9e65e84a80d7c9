import { importsIn, nameOfFile, type TextImport } from '../text/imports';
import { wordSet, wordsOf } from '../text/words';
import { isOfWorkspace } from './algorithmChecks';

/** What registers handlers, or middleware before them. */
const REGISTRATION = /\.\s*(use|get|post|put|patch|delete|all|register|addHook)\s*\(/g;
/** A registration is read this far. */
const REACH = 600;
/** The name that an argument begins with: `auth.required()`, `[verifyToken, …]`. */
const NAMED = /^\[?\s*(?:await\s+)?([A-Za-z_$][\w$]*(?:\.[\w$]+)*)/;
const REQUIRED = /^\[?\s*require\s*\(\s*['"]([^'"\n]+)/;

/** Words of what lets only those through who are signed in, and of what is named with one and does something else. */
const GUARDING = wordSet(
  'auth authenticate authenticated authentication authorize authorized authorization verify verified protect protected guard jwt logged',
);
const NOT_GUARDING = wordSet(
  'router routes route controller controllers service limiter limit handler parser optional initialize',
);
const REGISTERING_FILE = /rout|controller|\/api\b/i;

/** What a file of the workspace is imported as. */
type FindImport = (name: string) => TextImport | undefined;

/** Files that frameworks run before each request, and what says that such a file does. */
const BEFORE_EACH =
  /^(.*\/)?(?:src\/)?(?:(?:middleware|proxy|hooks\.server)\.[cm]?[jt]s|server\/middleware\/[^/]+\.[jt]s|middleware\/index\.[jt]s)$/;
const IS_BEFORE_EACH = /\bNextResponse\b|\bdefine(?:Middleware|EventHandler)\(|\bonRequest\b|\bhandle\b/;
const VERIFIES = /\b\w*verify\w*\s*\(/i;
const GLOBAL_GUARD = /\bAPP_GUARD\b[^}]*?\buse(?:Class|Existing)\s*:\s*(\w+)|\buseGlobalGuards\(\s*(?:new\s+)?(\w+)/g;

/**
 * Under which marks others find that a file registers handlers of theirs, behind a guard or not, and that it lets no request
 * through that it has not looked at. Words are enough: a guard that is none only silences.
 */
export function guardedHandlers(file: string, text: string): ReadonlySet<string> {
  const marks = new Set<string>();
  const before = BEFORE_EACH.exec(file);
  if (before !== null && VERIFIES.test(text) && IS_BEFORE_EACH.test(text)) marks.add(markOfEach(before[1] ?? ''));
  for (const [, provided = '', handed = provided] of text.matchAll(GLOBAL_GUARD))
    if (saysGuard(handed.replace(/Guard$/, ''))) marks.add(markOfEach(file.slice(0, file.lastIndexOf('/') + 1)));
  let imports: ReadonlyMap<string, TextImport> | undefined;
  /** Most files register nothing: what they import is looked at when a registration names something. */
  const imported: FindImport = (name) => {
    imports ??= new Map(importsIn(text).flatMap((one) => (isOfWorkspace(one.specifier) ? [[one.own, one]] : [])));
    return imports.get(name);
  };
  let isBehind = false;
  for (const { 1: method = '', index, 0: start } of text.matchAll(REGISTRATION)) {
    const given = argumentsAt(text, index + start.length);
    const guardAt = given.findIndex((argument) => isGuard(argument, imported));
    const handlers = given.slice(guardAt + 1).filter((argument) => !/^['"`]/.test(argument));
    if (guardAt >= 0 && handlers.length === 0) isBehind = true;
    for (const handler of guardAt >= 0 ? handlers : handlers.slice(-1)) {
      const mark = nameOfHandler(handler, method, imported);
      if (mark !== undefined) marks.add(guardAt >= 0 || isBehind ? markOfGuarded(mark) : markOfRegistered(mark));
    }
  }
  return marks;
}

/** A file that registers it does so behind a guard. */
export function markOfGuarded(handler: string): string {
  return `behind ${handler}`;
}

/** A file registers it. */
export function markOfRegistered(handler: string): string {
  return `handler ${handler}`;
}

/** Each request to what lies in that directory is looked at first. */
export function markOfEach(directory: string): string {
  return `each ${directory}`;
}

/** How a handler is called from outside of its file: by the file and its name there, or by the file alone. */
export function handlerName(file: string, name = '*'): string {
  return `${nameOfFile(file)}#${name}`;
}

function isGuard(argument: string, imported: FindImport): boolean {
  const required = REQUIRED.exec(argument)?.[1];
  if (required !== undefined) return saysGuard(nameOfFile(required)) && !REGISTERING_FILE.test(required);
  const name = NAMED.exec(argument)?.[1];
  if (name === undefined || !saysGuard(name)) return false;
  const [root = ''] = name.split('.');
  return !REGISTERING_FILE.test(imported(root)?.specifier ?? '');
}

function saysGuard(name: string): boolean {
  const words = wordsOf(name);
  return words.some((word) => GUARDING.has(word)) && !words.some((word) => NOT_GUARDING.has(word));
}

function nameOfHandler(argument: string, method: string, imported: FindImport): string | undefined {
  const required = REQUIRED.exec(argument)?.[1];
  if (required !== undefined) return handlerName(required);
  const [root = '', member] = NAMED.exec(argument)?.[1]?.split('.') ?? [];
  const from = imported(root);
  if (from === undefined) return undefined;
  // A router is all that its file registers.
  return handlerName(from.specifier, method === 'use' || method === 'register' ? undefined : (member ?? from.imported));
}

/** The texts of the arguments that begin at `start`, as far as they are read. */
function argumentsAt(text: string, start: number): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at < Math.min(text.length, start + REACH); at++) {
    const one = text[at] ?? '';
    if ('([{'.includes(one)) depth++;
    else if (one === ',' && depth === 0) {
      found.push(text.slice(from, at).trim());
      from = at + 1;
    } else if (')]}'.includes(one) && --depth < 0) {
      return [...found, text.slice(from, at).trim()].filter((argument) => argument !== '');
    }
  }
  return found;
}
