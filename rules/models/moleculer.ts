import type { LibraryModel, Where } from './model';
import { textSlots } from './setCookieText';

const NAMES = ['Set-Cookie', 'set-cookie', 'Set-cookie'] as const;

/** What actions hand to the gateway in the context: it answers with these headers. */
export const moleculer = {
  package: 'moleculer',
  source: 'moleculer-web@0.10.8 src/index.js (sendResponse: ctx.meta.$responseHeaders)',
  display: 'ctx',
  emissions: NAMES.map((name) => {
    const text: Where = { from: 'assigned', path: [name] };
    return {
      emits: 'CookieWrite',
      at: { assign: '*.$responseHeaders', in: '' },
      cookieText: text,
      slots: textSlots('server', text),
    } as const;
  }),
} satisfies LibraryModel;
