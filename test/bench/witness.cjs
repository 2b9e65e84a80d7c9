const { readFileSync, writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    const usage = { cpuMilliseconds: (user + system) / 1000, peakMegabytes: peakInKilobytes() / 1024 };
    writeFileSync(process.env.AUTHLINT_BENCH_USAGE, JSON.stringify(usage));
  });
}

/** A process's own peak where the system tells it; `maxRSS` counts in what its parent held when it forked. */
function peakInKilobytes() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}
