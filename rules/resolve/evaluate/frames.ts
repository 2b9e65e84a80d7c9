import type { CallTerm } from '../lower/term';
import type { Module } from '../module/module';
import { once } from '../scope/numbered';
import { givenArguments } from './given';
import { asAction } from './reducers';
import type { Frame, FunctionValue } from './value';

const moduleFrames = new WeakMap<Module, Frame[]>();

/** Where the names of a module are read: one frame for each module and depth, so that what is found in it is remembered. */
export function moduleFrame(module: Module, depth = 0): Frame {
  const known = once(moduleFrames, module, () => []);
  known[depth] ??= { module, arguments: new Map(), depth };
  return known[depth];
}

/** Where a name of the module level is read that code names which runs in a frame: who calls makes no difference to it. */
export function frameAtModule(frame: Frame): Frame {
  return isForAnyone(frame) ? frame : moduleFrame(frame.module, frame.depth);
}

/** Whether nothing that is read in a frame is up to a call. */
export function isForAnyone({ arguments: given, self }: Frame): boolean {
  return given.size === 0 && self === undefined;
}

/** By the frame of the caller, the call, and the frame and the number of what is called. */
const callFrames = new WeakMap<Frame, WeakMap<CallTerm, WeakMap<Frame, Map<number, Frame>>>>();

/** The frame in which a call runs the body of a function: one for each call, so that what is found in it is remembered. */
export function frameOfCall(callee: FunctionValue, term: CallTerm, frame: Frame): Frame {
  // What these are given is made anew with each value.
  if (callee.bound !== undefined || callee.takesPayload === true) return makeFrame(callee, term, frame);
  const ofCaller = once(callFrames, frame, () => new WeakMap());
  const ofCall = once(ofCaller, term, () => new WeakMap());
  const ofCallee = once(ofCall, callee.frame, () => new Map());
  return once(ofCallee, callee.id, () => makeFrame(callee, term, frame));
}

function makeFrame(callee: FunctionValue, term: CallTerm, frame: Frame): Frame {
  const given = givenArguments(term.arguments, frame);
  const own = callee.takesPayload === true ? asAction(given, term.span, frame) : given;
  const list = callee.bound === undefined ? own : [...callee.bound, ...own];
  return {
    module: callee.frame.module,
    arguments: new Map([...callee.frame.arguments, [callee.id, { list, frame }]]),
    depth: Math.max(callee.frame.depth, frame.depth) + 1,
    self: callee.frame.self,
  };
}
