import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where systems keep LibreOffice. */
const usualPlaces = [
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/usr/local/bin/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

/** LibreOffice: `SOFFICE_PATH` or the system's; on Debian and Ubuntu it is fetched where that is possible. Null: there is none. */
export function libreOffice(): string | null {
  return officeHere() ?? fetchOffice();
}

function officeHere(): string | null {
  const given = process.env.SOFFICE_PATH;
  return [...(given === undefined ? [] : [given]), ...usualPlaces].find((place) => existsSync(place)) ?? null;
}

function fetchOffice(): string | null {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return null;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  for (const command of [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', 'libreoffice-calc-nogui'],
  ]) {
    const [program, ...args] = [...asRoot, ...command];
    if (program !== undefined) spawnSync(program, args, { stdio: 'ignore', timeout: 600_000 });
  }
  return officeHere();
}

/** Opens a file with LibreOffice and saves it into a folder, as a workbook or as CSV of its first sheet. */
export function resave(office: string, file: string, folder: string, format: string): void {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const { status, stderr } = spawnSync(
    office,
    [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', format, '--outdir', folder, file],
    { timeout: 180_000, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${stderr}`);
}
