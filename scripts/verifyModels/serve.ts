import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An application, as Node's server calls it. */
export type Handler = (req: IncomingMessage, res: ServerResponse) => void;

/** What the application sends as `Set-Cookie` to one request, which came over TLS if a proxy is trusted to say so. */
export async function setCookies(app: Handler, tls: boolean): Promise<readonly string[]> {
  return (await answerOf(app, tls ? { 'x-forwarded-proto': 'https' } : {})).headers.getSetCookie();
}

/** Whether an application that answers 200 says no to a bearer token, in the words of the fact `TokenVerify`. */
export async function answersTo(app: Handler, token: string): Promise<string> {
  return verdictOf((await answerOf(app, bearer(token))).status);
}

export function verdictOf(status: number): string {
  return status === 401 ? 'responds' : `answers ${status}`;
}

export function bearer(token: string): { readonly authorization: string } {
  return { authorization: `Bearer ${token}` };
}

/** The answer to one request with these headers. */
export async function answerOf(app: Handler, headers: Readonly<Record<string, string>>): Promise<Response> {
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/`, { headers });
    await response.text();
    return response;
  } finally {
    server.close();
  }
}

/** What `call` gives; what it throws is thrown on after `serve` has answered, which may swallow it. */
export async function throwingOn<T>(serve: (guarded: (call: () => void) => void) => Promise<T>): Promise<T> {
  const thrown: unknown[] = [];
  const answer = await serve((call) => {
    try {
      call();
    } catch (error) {
      thrown.push(error);
    }
  });
  if (thrown.length > 0) throw thrown[0];
  return answer;
}
