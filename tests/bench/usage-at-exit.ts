import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded into a measured process by `--import`: when it ends, it writes its processor time in seconds and its peak
 * memory in bytes to the file that COUNTERPART_BENCH_USAGE names. On Linux the peak is VmHWM: maxRSS there may be
 * that of the process which started this one.
 */
const path = process.env.COUNTERPART_BENCH_USAGE;
if (isMainThread && path !== undefined) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const peak = process.platform === 'linux' ? peakOfStatus() : maxRSS;
    const seconds = (userCPUTime + systemCPUTime) / 1e6;
    writeFileSync(path, JSON.stringify({ cpuSeconds: seconds, peakBytes: peak * 1024 }));
  });
}

function peakOfStatus(): number {
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}
