import { plainCookie } from './cookieOptions';
import { arg, constant, flow, required, type Where } from './model';

/** The attributes of a cookie that stand in a Set-Cookie text; its places are the text's. */
export function textSlots<By extends 'server' | 'script'>(by: By, text: Where) {
  return {
    ...plainCookie(by),
    name: required(text),
    value: flow(text),
    httpOnly: required(text),
    secure: required(text),
    sameSite: required(text),
    lifetime: required(text),
  } as const;
}

/** Functions that make a response as `new Response(body, init)` does, of whatever they are given first. */
export function responseMakers(calls: readonly string[], within?: string) {
  return calls.flatMap((call) =>
    (['Set-Cookie', 'set-cookie'] as const).map((header) => {
      const text = arg(1, 'headers', header);
      const at = { call, ...(within === undefined ? {} : { in: within }), arguments: [2, 2] } as const;
      return { emits: 'CookieWrite', at, cookieText: text, slots: textSlots('server', text) } as const;
    }),
  );
}

/** A function that answers with another address, which stands in argument `index`. */
export function redirects(call: string, index: number, within?: string) {
  return {
    emits: 'UrlBuild',
    at: { call, ...(within === undefined ? {} : { in: within }) },
    urlText: arg(index),
    slots: { use: constant('redirect'), parameter: required([]), value: flow([]) },
  } as const;
}
