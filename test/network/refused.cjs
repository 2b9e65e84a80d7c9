/** Preloaded into a process: writes down every attempt to leave the machine, and refuses it. */
const { appendFileSync } = require('node:fs');
const dgram = require('node:dgram');
const dns = require('node:dns');
const net = require('node:net');

function refuse(what) {
  appendFileSync(process.env.AUTHLINT_NETWORK_LOG, `${what}\n`);
  throw new Error(`refused: ${what}`);
}

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
    if (/^(lookup|resolve|reverse)/.test(name)) owner[name] = () => refuse(`dns.${name}`);
  }
}
globalThis.fetch = () => refuse('fetch');
