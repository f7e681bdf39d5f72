import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { createEngine } from '#app/engine.ts';
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import { FindingKind } from '#shared/worksheet.ts';
import { archiveOf } from '../../app/sources/files/xlsx/archive-of.ts';
import { asJson } from '../bytes.ts';
import { requireSentence } from '../invariants.ts';
import { makeSmallProject } from '../small-project.ts';
import type { Target } from '../target.ts';

/** A worksheet that comes back with anything in its sheets: read, looked through, and taken over where it can be. */
export const worksheet: Target = {
  name: 'worksheet',
  form: 'json',
  any: asJson(
    fc.record({
      as: fc.constantFrom('xlsx', 'csv'),
      replace: fc.array(
        fc.tuple(
          fc.constantFrom(
            'confirm',
            'Decision',
            'Customer ID',
            'cp1:',
            'A1',
            '<row',
            '</c>',
            ':a:',
            'Account 2',
            '<v>1</v>',
            'reject',
          ),
          fc.oneof(
            fc.constantFrom(
              'skip',
              'create new',
              '',
              '2',
              'A9',
              'confirm',
              'Decision',
              'cp1:',
              '&#0;',
              '<c r="A1"/>',
            ),
            fc.string({ maxLength: 6 }),
          ),
          fc.nat(30),
        ),
        { maxLength: 5 },
      ),
    }),
  ),
  words: ['as', 'replace', 'confirm', 'cp1:', 'Decision', 'Comment', '<row r="1">', '</row>', '\t', '"'],
  async open(folder) {
    const projects = join(folder, 'projects');
    mkdirSync(projects, { recursive: true });
    const path = join(projects, 'small.counterpart');
    makeSmallProject(path);
    const home = { projects, state: join(folder, 'state') };
    const engine = createEngine({ version: '1', home, author: 'tester', environment: {} });
    const call = async <M extends MethodName>(
      method: M,
      input: MethodInput<M>,
    ): Promise<MethodOutput<M> | null> => {
      const result = await engine.call(method, input);
      if (result.ok) return result.value;
      requireSentence(result.error);
      return null;
    };
    const made = join(folder, 'made.xlsx');
    await call('project.open', { path });
    await call('worksheet.save', { path: made });
    const parts = partsOf(readFileSync(made));
    const table = tableOf(parts);

    return {
      async take(input) {
        const change = changeIn(input);
        if (change === null) return 'refused';
        const { as, replace } = change;
        const edited = (text: string) =>
          replace.reduce((left, [from, to, times]) => replaced(left, from, to, times), text);
        const file = join(folder, `back.${as}`);
        writeFileSync(
          file,
          as === 'csv'
            ? edited(table)
            : archiveOf(
                Object.fromEntries(
                  Object.entries(parts).map(([name, xml]) => [
                    name,
                    name.includes('sheet') ? edited(xml) : xml,
                  ]),
                ),
              ),
        );
        const preview = await call('worksheet.read', { path: file });
        if (preview === null) return 'refused';
        const { reading } = preview;
        for (const kind of FindingKind.options)
          await call('worksheet.findings', { reading, kind, skip: 0, limit: 50 });
        await call('worksheet.apply', {
          reading,
          kinds: ['conflict', 'stale', 'blanked'],
          take: [],
          leave: [],
        });
        return 'taken';
      },
      close: () => engine.close(),
    };
  },
};

/** No text has so many places of anything; beyond it, looking on only takes time. */
const mostPlaces = 1_000;

function changeIn(input: Uint8Array): { as: 'xlsx' | 'csv'; replace: [string, string, number][] } | null {
  try {
    const { as, replace } = JSON.parse(Buffer.from(input).toString());
    if ((as !== 'xlsx' && as !== 'csv') || !Array.isArray(replace)) return null;
    return {
      as,
      replace: replace
        .slice(0, 20)
        .map((one) => [
          String(one?.[0] ?? ''),
          String(one?.[1] ?? ''),
          Math.min(mostPlaces, Number(one?.[2] ?? 0)),
        ]),
    };
  } catch {
    return null;
  }
}

/** The text with what stands in the `at`-th place of these in another's place. */
function replaced(text: string, from: string, to: string, at: number): string {
  let place = -1;
  for (let left = at; left >= 0 && from !== ''; left--) place = text.indexOf(from, place + 1);
  return place === -1 ? text : text.slice(0, place) + to + text.slice(place + from.length);
}

/** The parts of a workbook of our own. */
function partsOf(archive: Buffer): Record<string, string> {
  const parts: Record<string, string> = {};
  for (let at = archive.readUInt32LE(archive.length - 6); archive.readUInt32LE(at) === 0x02014b50; ) {
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const body = archive.subarray(start, start + archive.readUInt32LE(at + 20));
    parts[name] = (archive.readUInt16LE(at + 10) === 8 ? inflateRawSync(body) : body).toString();
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return parts;
}

/** The sheet of matches as text, as a spreadsheet saves one. */
function tableOf(parts: Readonly<Record<string, string>>): string {
  const sheets = Object.entries(parts).filter(([name]) => /worksheets\/sheet/.test(name));
  const xml = sheets.map(([, text]) => text).find((text) => text.includes('cp1:')) ?? '';
  return [...xml.matchAll(/<row[^>]*>(.*?)<\/row>/gs)]
    .map(([, row = '']) =>
      [...row.matchAll(/<c [^>]*?(?:\/>|>(.*?)<\/c>)/gs)]
        .map(([, cell = '']) => `"${cell.replace(/<[^>]*>/g, '').replaceAll('"', '""')}"`)
        .join(','),
    )
    .join('\n');
}
