import type { LibraryModel } from '../models/model';
import type { Trigger } from '../models/shape/triggers';
import type { Term } from '../resolve/lower/term';
import type { Action } from '../resolve/module/actions';
import type { Span } from '../text/span';
import type { OwnedEmission } from './knowledge';
import type { Site } from './site';

/** What people read as the callee: of a long chain, only the last name. */
export function calleeSpanOf(term: Action['term']): Span {
  if (term.kind === 'assignment') return term.target.span;
  const { callee } = term;
  return callee.kind === 'member' && holdsCall(callee.object) ? callee.keySpan : callee.span;
}

function holdsCall(term: Term): boolean {
  let object = term;
  while (object.kind === 'member') object = object.object;
  return object.kind === 'call' || object.kind === 'unknown';
}

/** The callee as the code spells it, when that is short enough to be read in a sentence. */
export function displayOf({ action, call }: Site, { library, emission: { at } }: OwnedEmission): string {
  const readable = action.written === '' || action.written === 'super' ? describedName(library, at) : action.written;
  if (call === undefined) return readable;
  if (call.form === 'file') return action.written;
  if (call.form === 'answer') return library.display;
  if (call.form !== undefined) return call.form === 'tag' ? `<${lastNameIn(at)}>` : lastNameIn(at);
  return call.isNew ? `new ${readable}()` : `${readable}()`;
}

function lastNameIn(at: Trigger): string {
  return 'call' in at ? at.call.slice(at.call.lastIndexOf('.') + 1) : '';
}

/** `res.cookie`, `jwt.sign`: what people call a described function. */
function describedName({ display, types = [], package: name }: LibraryModel, at: Trigger): string {
  if ('handed' in at) return at.to;
  const path = 'assign' in at ? at.assign : 'call' in at ? at.call : at.method;
  if ((name === '' && 'call' in at) || ('assign' in at && !path.startsWith('#'))) return path.replace(/^\*\./, '');
  const [head = '', ...rest] = path.split('.');
  const owner = types.find((type) => type.name === head)?.display ?? display;
  const tail = head.startsWith('#') ? rest : [head, ...rest];
  return [owner, ...tail].filter((part) => part !== '').join('.');
}
