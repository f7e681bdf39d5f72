import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, Platform } from 'electron-builder';
import { root } from '../../main/built.ts';
import manifest from '../../package.json' with { type: 'json' };

/**
 * Packs the built app for this system into `folder`, as `npm run package -- --dir` does, but around a stand-in for
 * Electron's runtime, which cannot be had everywhere; its fuses are left, for there is nothing to set them in. Gives the
 * folder of the packaged app's resources.
 */
export async function pack(folder: string): Promise<string> {
  const runtime = join(folder, 'runtime');
  mkdirSync(join(runtime, 'resources'), { recursive: true });
  mkdirSync(join(runtime, 'locales'));
  writeFileSync(join(runtime, 'version'), manifest.devDependencies.electron);
  writeFileSync(join(runtime, 'electron'), '');
  chmodSync(join(runtime, 'electron'), 0o755);
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(runtime, name), '');
  const output = join(folder, 'release');
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir'),
    config: {
      extends: join(root, 'electron-builder.yml'),
      electronFuses: null,
      electronDist: runtime,
      directories: { output, buildResources: join(root, 'main/electron/package') },
    },
  });
  return join(output, 'linux-unpacked', 'resources');
}
