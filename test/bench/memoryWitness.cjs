const { readFileSync, writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  process.on('exit', () => {
    writeFileSync(process.env.AUTHLINT_BENCH_PEAK, String(peakInKilobytes()));
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
