import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An application, as Node's server calls it. */
export type Handler = (req: IncomingMessage, res: ServerResponse) => void;

/** What the application sends as `Set-Cookie` to one request, which came over TLS if a proxy is trusted to say so. */
export async function setCookies(app: Handler, tls: boolean): Promise<readonly string[]> {
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/`, { headers: tls ? { 'x-forwarded-proto': 'https' } : {} });
    await response.text();
    return response.headers.getSetCookie();
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
