import { arg, constant, flow } from './model';

/** Calls that log every argument, from `start` on. */
export function logCalls(sink: 'console' | 'logger', owner: string, methods: readonly string[], start = 0) {
  return methods.map(
    (method) =>
      ({
        emits: 'LogWrite',
        at: { call: owner === '' ? method : `${owner}.${method}` },
        each: true,
        slots: { sink: constant(sink), value: flow(arg(start)) },
      }) as const,
  );
}
