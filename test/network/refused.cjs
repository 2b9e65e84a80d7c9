/** Preloaded into a process: writes down every attempt to leave the machine, and refuses it. */
const { appendFileSync } = require('node:fs');
const childProcess = require('node:child_process');
const dgram = require('node:dgram');
const dns = require('node:dns');
const net = require('node:net');
const { syncBuiltinESMExports } = require('node:module');

const WATCHED = {
  NODE_OPTIONS: `--require ${__filename}`,
  AUTHLINT_NETWORK_LOG: process.env.AUTHLINT_NETWORK_LOG,
};

function refuse(what) {
  appendFileSync(WATCHED.AUTHLINT_NETWORK_LOG, `${what}\n`);
  throw new Error(`refused: ${what}`);
}

const isLocal = (host) => /^(localhost|127\.0\.0\.1|::1)$/.test(host ?? 'localhost');

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...given) {
  const [options] = Array.isArray(given[0]) ? given[0] : given;
  // A pipe of this machine, by which the loader of TypeScript talks to itself.
  if (typeof options === 'object' && options?.path !== undefined) return connect.apply(this, given);
  return refuse('a connection');
};
dgram.createSocket = () => refuse('a datagram');
for (const owner of [dns, dns.promises]) {
  for (const name of Object.keys(owner)) {
    if (!/^(lookup|resolve|reverse)/.test(name)) continue;
    const original = owner[name];
    // Who listens to this machine looks its address up.
    owner[name] = (...given) => (isLocal(given[0]) ? original(...given) : refuse(`dns.${name} of ${given[0]}`));
  }
}
globalThis.fetch = (address) => refuse(`fetch of ${address?.url ?? address}`);
// VS Code takes NODE_OPTIONS from the processes that it starts.
const { fork } = childProcess;
childProcess.fork = (module, given, options) => {
  const [args, settings = {}] = Array.isArray(given) ? [given, options] : [[], given];
  const env = { ...(settings.env ?? process.env), ...WATCHED };
  return fork(module, args, { ...settings, env });
};
syncBuiltinESMExports();
/** Says to tests that this was loaded. */
globalThis.authlintNetwork = 'refused';
