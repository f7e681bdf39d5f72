import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSheets } from '#app/sources/index.ts';
import { takenKinds } from '#shared/worksheet.ts';
import { quiet } from '../worksheet/support.ts';
import { aCompany, type Company, findingsOf } from './worksheet-company.ts';

/** Words as people write them, with what they mean; null is no decision. */
const WORDS: readonly (readonly [string, string | null])[] = [
  ['confirm', 'confirm'],
  ['Yes', 'confirm'],
  ['NO', 'reject'],
  ['reject ', 'reject'],
  ['later', 'skip'],
  ['Create New', 'create-new'],
  ['ignore', 'ignore'],
  ['perhaps', null],
  ['x', null],
];

type Edit =
  | { readonly kind: 'sort'; readonly seed: number }
  | { readonly kind: 'delete' | 'copy' | 'blank'; readonly row: number }
  | { readonly kind: 'retype'; readonly row: number; readonly word: number }
  | { readonly kind: 'move'; readonly from: number; readonly to: number }
  | { readonly kind: 'add-column'; readonly at: number }
  | { readonly kind: 'title' };

/** Few rows, and the last ones, so that the same is often edited twice and copies are edited, too. */
const aRow = fc.constantFrom(0, 1, 2, -1, -2);
const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('sort' as const), seed: fc.nat(1_000) }),
  fc.record({ kind: fc.constantFrom('delete' as const, 'copy' as const, 'blank' as const), row: aRow }),
  {
    arbitrary: fc.record({
      kind: fc.constant('retype' as const),
      row: aRow,
      word: fc.nat(WORDS.length - 1),
    }),
    weight: 4,
  },
  fc.record({ kind: fc.constant('move' as const), from: fc.nat(40), to: fc.nat(40) }),
  fc.record({ kind: fc.constant('add-column' as const), at: fc.nat(40) }),
  fc.record({ kind: fc.constant('title' as const) }),
);

/** A row of the sheet as a person sees it. */
interface SheetRow {
  readonly cells: string[];
  readonly account: string;
  decision: string;
}

/** A sheet under the hands of a person: rows, columns, and where the column Decision is just now. */
class Sheet {
  title = false;
  readonly headings: string[];
  rows: SheetRow[];

  constructor([headings = [], ...rows]: readonly (readonly string[])[]) {
    this.headings = [...headings];
    const [id, decision] = [headings.indexOf('Account ID'), headings.indexOf('Decision')];
    this.rows = rows.map((cells) => ({
      cells: headings.map((_, at) => cells[at] ?? ''),
      account: cells[id] ?? '',
      decision: cells[decision] ?? '',
    }));
  }

  apply(edit: Edit): void {
    const row = 'row' in edit ? this.rows.at(edit.row) : undefined;
    const width = this.headings.length;
    switch (edit.kind) {
      case 'sort':
        this.rows = this.rows.toSorted((one, other) => turn(one, edit.seed) - turn(other, edit.seed));
        return;
      case 'delete':
        this.rows = this.rows.filter((one) => one !== row);
        return;
      case 'copy':
        if (row !== undefined) this.rows.push({ ...row, cells: [...row.cells] });
        return;
      case 'blank':
        if (row !== undefined) row.decision = '';
        return;
      case 'retype':
        if (row !== undefined) row.decision = WORDS[edit.word]?.[0] ?? '';
        return;
      case 'move':
        for (const cells of [this.headings, ...this.rows.map((one) => one.cells)]) {
          cells.splice(edit.to % width, 0, ...cells.splice(edit.from % width, 1));
        }
        return;
      case 'add-column':
        this.headings.splice(edit.at % width, 0, 'My own');
        for (const { cells } of this.rows) cells.splice(edit.at % width, 0, 'anything');
        return;
      case 'title':
        this.title = true;
    }
  }

  csv(): string {
    const at = this.headings.indexOf('Decision');
    const rows = this.rows.map(({ cells, decision }) => cells.with(at, decision));
    return stringify([...(this.title ? [['Our list']] : []), this.headings, ...rows]);
  }
}

function turn({ account, decision }: SheetRow, seed: number): number {
  return [...`${account}${decision}`].reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0) + seed) % 9_973,
    7,
  );
}

const meaning = (cell: string): string | null =>
  cell === '' ? '' : (WORDS.find(([word]) => word === cell)?.[1] ?? (cell === 'skip' ? 'skip' : null));

/** The sheet "Matches" of a company in which three rows are decided already. */
async function aSheet(): Promise<{ company: Company; rows: string[][]; made: ReadonlyMap<string, string> }> {
  const company = await aCompany();
  await company.confirm(1, 1);
  for (const [n, kind] of [
    [2, 'skip'],
    [3, 'confirm'],
  ] as const) {
    await company.call('review.decide', {
      accountId: `A${n}` as never,
      kind,
      customerId: null,
    });
  }
  await company.save();
  const rows: string[][] = [];
  for await (const { sheet, rows: some } of readSheets(company.file, quiet)) {
    if (sheet === 'Matches') for (const { cells } of some) rows.push([...cells]);
  }
  const [headings = []] = rows;
  const at = headings.indexOf('Decision');
  const made = new Map(rows.slice(1).map((cells) => [cells[0] ?? '', cells[at] ?? '']));
  return { company, rows, made };
}

test('whatever is done to the rows, no decision is invented and none is lost', {
  timeout: 300_000,
}, async () => {
  const { company, rows, made } = await aSheet();
  const path = join(company.folder, 'edited.csv');
  await fc.assert(
    fc.asyncProperty(fc.array(anEdit, { maxLength: 24, size: 'max' }), async (edits) => {
      const sheet = new Sheet(rows);
      for (const edit of edits) sheet.apply(edit);
      if (sheet.rows.length === 0) return;
      await writeFile(path, sheet.csv());
      const { reading, remarks, counts } = await company.call('worksheet.read', { path });
      const findings = await findingsOf(company.call, reading);

      const wanted = new Map<string, Set<string | null>>();
      for (const { account, decision } of sheet.rows) {
        wanted.set(account, (wanted.get(account) ?? new Set()).add(meaning(decision)));
      }
      // Never invented: what is taken over is what all rows of this account say, and not what was so already.
      for (const { kind, accountId, file } of findings) {
        if (!takenKinds.includes(kind)) continue;
        expect([...(wanted.get(accountId ?? '') ?? [])]).toEqual([file?.kind]);
        expect(file?.kind).not.toBe(made.get(accountId ?? ''));
      }
      // Never lost: every account of which a row says something else is told of.
      const told = new Set(findings.map(({ accountId }) => accountId ?? ''));
      const edited = [...wanted].filter(([account, words]) =>
        [...words].some(
          (word) => word !== made.get(account) && !(word === '' && made.get(account) === 'skip'),
        ),
      );
      expect([...told].toSorted()).toEqual(edited.map(([account]) => account).toSorted());
      expect(remarks.filter((remark) => !remark.includes('more than once with the same'))).toEqual([]);

      const applied = await company.apply(reading);
      expect(applied).toMatchObject({ refused: [], left: findings.length - counts.new - counts.changed });
      for (const { kind, accountId, file } of findings) {
        if (!takenKinds.includes(kind)) continue;
        const { history } = await company.rowOf(Number(accountId?.slice(1)));
        expect(history.findLast(({ undone }) => !undone)?.kind).toBe(file?.kind);
      }
      if (applied.decided > 0) await company.call('review.undo', {});
      const states = await Promise.all([1, 2, 3, 4].map(async (n) => (await company.rowOf(n)).state));
      expect(states).toEqual(['confirmed', 'skipped', 'confirmed', 'suggested']);
    }),
    {
      numRuns: 120,
      examples: [
        // One copy of a confirmed row says “later”, of the other the word was taken out.
        [
          [
            { kind: 'sort', seed: 818 },
            { kind: 'copy', row: -1 },
            { kind: 'retype', row: -1, word: 4 },
            { kind: 'sort', seed: 39 },
            { kind: 'blank', row: -1 },
          ],
        ],
      ],
    },
  );
});
