import { jarOptions } from './jarOptions';
import { arg, chain, constant, flow, type LibraryModel } from './model';

export const cookies = {
  package: 'cookies',
  source: 'cookies@0.9.2 and @0.8.0 index.js (Cookies.prototype.set, Cookie.prototype)',
  display: 'cookies',
  types: [{ name: '#Cookies', display: 'cookies', annotations: ['', 'ICookies'], fluent: ['set'] }],
  gives: [{ path: '()', type: '#Cookies' }],
  emissions: [
    {
      emits: 'CookieWrite',
      at: { call: '#Cookies.set', arguments: [2, 3] },
      slots: jarOptions(chain('new', 2, 'secure')),
    },
    {
      emits: 'SecretUse',
      at: { call: '', arguments: [3, 3] },
      slots: { purpose: constant('session'), value: flow(arg(2, 'keys')) },
    },
  ],
} satisfies LibraryModel;
