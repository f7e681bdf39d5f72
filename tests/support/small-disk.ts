import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A disk of a test's own, which can be full, write-protected or gone. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves no byte free. */
  fill(): void;
  makeRoom(): void;
  protect(): void;
  /** Takes it away under whoever has files of it open. */
  pullAway(): void;
}

/** Why disks cannot be made here; null where they can: it takes Linux, and the right to mount. */
export const noDisks: string | null = (() => {
  try {
    mount(mkdtempSync(join(tmpdir(), 'counterpart-disk-')), 1).end();
    return null;
  } catch {
    return 'no disk can be mounted here';
  }
})();

function mount(folder: string, megabytes: number) {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  let isThere = true;
  const unmount = () => {
    if (isThere) execFileSync('umount', ['-l', folder]);
    isThere = false;
  };
  return {
    unmount,
    end() {
      unmount();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A disk in memory with so much room, gone when the test ends. */
export function aSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-disk-'));
  const { unmount, end } = mount(folder, megabytes);
  onTestFinished(end);
  const filler = join(folder, 'filler');
  return {
    folder,
    fill() {
      const file = openSync(filler, 'w');
      const block = Buffer.alloc(4_096);
      try {
        for (;;) writeSync(file, block);
      } catch {
        closeSync(file);
      }
    },
    makeRoom: () => rmSync(filler, { force: true }),
    protect: () => void execFileSync('mount', ['-o', 'remount,ro', folder]),
    pullAway: unmount,
  };
}
