import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState, SENTINEL } from '@electron/fuses/dist/constants.js';
import { build, Platform } from 'electron-builder';
import { root } from '../../main/built.ts';
import manifest from '../../package.json' with { type: 'json' };

/** Where the packaged app lies. */
export interface PackedApp {
  /** The folder of its resources. */
  readonly resources: string;
  /** The program that the system starts. */
  readonly executable: string;
}

/** So many fuses has Electron. */
const fuseCount = 8;

/**
 * Packs the built app for this system into `folder`, as `npm run package -- --dir` does, but around a stand-in for
 * Electron's runtime, which cannot be had everywhere: a program of fuses alone, none of them set.
 */
export async function pack(folder: string): Promise<PackedApp> {
  const runtime = join(folder, 'runtime');
  mkdirSync(join(runtime, 'resources'), { recursive: true });
  mkdirSync(join(runtime, 'locales'));
  writeFileSync(join(runtime, 'version'), manifest.devDependencies.electron);
  writeFileSync(join(runtime, 'electron'), noFuses());
  chmodSync(join(runtime, 'electron'), 0o755);
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(runtime, name), '');
  const output = join(folder, 'release');
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir'),
    config: {
      extends: join(root, 'electron-builder.yml'),
      electronDist: runtime,
      directories: { output, buildResources: join(root, 'main/electron/package') },
    },
  });
  const unpacked = join(output, 'linux-unpacked');
  return { resources: join(unpacked, 'resources'), executable: join(unpacked, 'counterpart') };
}

/** The place in a program of Electron where its fuses stand. */
function noFuses(): Buffer {
  const version = 1;
  const fuses = Buffer.alloc(fuseCount, FuseState.INHERIT);
  return Buffer.concat([Buffer.from(SENTINEL), Buffer.from([version, fuseCount]), fuses]);
}
