import { readFile, writeFile } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';
import { type FileCheck, FileKind, FileMaps, type FilePreview, recognisedMap } from '#shared/files.ts';
import type { Context } from '../context.ts';
import { type Exit, exit } from '../exit.ts';
import { count } from '../words.ts';

export type ColumnsOptions = Partial<Record<FileKind | 'map' | 'out', string>>;

const nouns: Record<FileKind, string> = { accounts: 'account', customers: 'customer', contacts: 'contact' };

/** `columns`: what is recognised of files, their problems, and the same as a column map to be changed. */
export async function columns(context: Context, options: ColumnsOptions): Promise<Exit> {
  const given = FileKind.options.filter((kind) => options[kind] !== undefined);
  if (given.length === 0) {
    throw new AppError('usage', { detail: 'Give --accounts FILE, --customers FILE or --contacts FILE.' });
  }
  const map = options.map === undefined ? {} : await mapAt(options.map);
  const recognised: FileMaps = {};
  const found: Partial<Record<FileKind, { preview: FilePreview; check: FileCheck | null }>> = {};
  for (const kind of given) {
    const file = { path: options[kind] ?? '', kind, map };
    const preview = await context.call('files.preview', file);
    const check = preview.obstacle === null ? await context.call('files.check', file) : null;
    tell(context, kind, preview, check);
    found[kind] = { preview, check };
    recognised[kind] = recognisedMap(preview.columns);
    if (preview.sheets.length > 1 && preview.sheet !== null) {
      recognised.sheets = { ...recognised.sheets, [kind]: preview.sheet };
    }
    if (map.headingRows?.[kind] !== undefined) {
      recognised.headingRows = { ...recognised.headingRows, [kind]: preview.headingRow };
    }
  }
  if (options.out !== undefined) {
    await save(options.out, recognised);
    context.say(`The column map is in ${options.out}; give it with --map.`);
  }
  context.result({ files: found, map: recognised });
  return given.every((kind) => found[kind]?.check != null) ? exit.done : exit.failed;
}

function tell(context: Context, kind: FileKind, preview: FilePreview, check: FileCheck | null): void {
  const { fileName, layout, columns: all, fields, obstacle } = preview;
  const label = new Map(fields.map((one) => [one.field, one.label]));
  const counted = check === null ? kind : count(check.count, nouns[kind]);
  context.say(`${fileName}: ${layout ?? 'a layout of its own'}, ${counted}`);
  for (const { heading, field } of all) {
    if (heading.trim() === '') continue;
    context.say(
      `  ${heading.trim().padEnd(28)} ${field === null ? 'not used' : (label.get(field) ?? field)}`,
    );
  }
  if (obstacle !== null) {
    context.warn(obstacle);
    context.say(
      `For --map: JSON such as ${JSON.stringify({ [kind]: { name: all[0]?.heading.trim() ?? '' } })}, with`,
    );
    for (const { field, label: what } of fields) context.say(`  ${field.padEnd(28)} ${what}`);
  }
  for (const { what, column, count: times, rows } of check?.problems ?? []) {
    const where = rows.length === 0 ? '' : ` (${[column, rowsIn(rows, times)].filter(Boolean).join(', ')})`;
    context.warn(where === '' ? what : `${what.replace(/\.$/, '')}${where}.`);
  }
}

const rowsShown = 20;

function rowsIn(rows: readonly number[], times: number): string {
  const shown = rows.slice(0, rowsShown).join(', ');
  return times > rowsShown
    ? `rows ${shown} and ${times - rowsShown} more`
    : `${times === 1 ? 'row' : 'rows'} ${shown}`;
}

async function mapAt(path: string): Promise<FileMaps> {
  try {
    return FileMaps.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new AppError('file-map', { path, detail }, error);
  }
}

async function save(path: string, map: FileMaps): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify(map, null, 2)}\n`);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new AppError('file-cannot-write', { path, detail }, error);
  }
}
