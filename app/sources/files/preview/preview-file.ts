import { basename } from 'node:path';
import { AppError, errorMessage } from '#shared/errors.ts';
import { type FileColumn, type FileKind, type FilePreview, mostTitleRows } from '#shared/files.ts';
import type { Hooks } from '../../hooks.ts';
import type { ColumnMap } from '../columns/column-map.ts';
import { fieldLabels } from '../columns/field-labels.ts';
import { requireColumns } from '../columns/find-columns.ts';
import { type Head, likeliestHead, noHead, refuseTooWide } from '../columns/find-head.ts';
import { headingKey } from '../columns/headings.ts';
import { knownLayout } from '../columns/known-layouts.ts';
import { firstSheet, openRows, type Row } from '../rows.ts';
import { type LayoutOf, layouts, mapOf } from './layouts.ts';
import { looksLike } from './looks-like.ts';
import { sampleRecords } from './sample-records.ts';

const SAMPLES = 3;
const LONGEST_SAMPLE = 80;
/** More columns than these are not shown to choose from; no export has as many that matter. */
const MOST_SHOWN = 1_000;

/**
 * What the beginning of a file says: which layout it has, which column gives which field, and the first records as they
 * will be read. `kind` null: as what it looks like. A column that is missing is no error but the `obstacle`.
 * Errors: `file-type`, `file-format`, `file-not-found`, `file-empty`, `file-heading-row`, `file-unreadable`, `file-too-long`,
 * `file-too-wide`, `file-sheet`, `cancelled`.
 */
export async function previewFile(
  path: string,
  kind: FileKind | null,
  map: ColumnMap,
  hooks: Hooks,
): Promise<FilePreview> {
  const sheet = kind === null ? null : (map.sheets?.[kind] ?? null);
  const chosen = kind === null ? null : (map.headingRows?.[kind] ?? null);
  const likenessOf = (rows: readonly Row[]) =>
    kind === null ? 0 : (likeliestHead(rows, layouts[kind], mapOf(map, kind), chosen)?.recognised ?? 0);
  const { batches, facts } = await openRows(
    path,
    hooks,
    kind === null ? firstSheet : { name: sheet, likenessOf },
  );
  const rows = await firstRows(batches);
  refuseTooWide(path, rows);
  const guess = looksLike(rows);
  const taken = kind ?? guess ?? 'accounts';
  const layout = layouts[taken];
  const fieldMap = mapOf(map, taken);
  const head = likeliestHead(rows, layout, fieldMap, chosen);
  if (head === null) throw noHead(path, chosen);
  const below = rows.filter(({ number }) => number > head.number);
  const labels = fieldLabels[taken];
  const { sheets, sheet: read } = facts();
  return {
    fileName: basename(path),
    looksLike: guess,
    layout: knownLayout(head.headings)?.name ?? null,
    sheets: [...sheets],
    sheet: read,
    headingRow: head.number,
    firstRows: titlesOf(rows),
    columns: columnsOf(head, below),
    fields: Object.entries(labels).map(([field, label]) => ({
      field,
      label,
      isMany: layout.fields[field]?.many ?? false,
    })),
    records: sampleRecords(taken, head, below),
    obstacle: obstacleOf(basename(path), head, layout, fieldMap) ?? emptiness(basename(path), below),
  };
}

async function firstRows(batches: AsyncIterable<readonly Row[]>): Promise<Row[]> {
  const first: Row[] = [];
  for await (const rows of batches) {
    first.push(...rows.slice(0, 2 * mostTitleRows));
    if (first.length > mostTitleRows + SAMPLES) break;
  }
  return first;
}

/** The rows among which the headings are, as a person tells them apart. */
function titlesOf(rows: readonly Row[]): FilePreview['firstRows'] {
  return rows.slice(0, mostTitleRows).flatMap(({ number, cells }) => {
    const text = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    return text.length === 0 ? [] : [{ row: number, text: text.join(', ').slice(0, LONGEST_SAMPLE) }];
  });
}

function columnsOf({ headings, columns }: Head<string>, below: readonly Row[]): FileColumn[] {
  const fieldAt = new Map(
    Object.entries(columns).flatMap(([field, places]) => places.map((place) => [place, field] as const)),
  );
  const seen = new Set<string>();
  return headings.slice(0, MOST_SHOWN).map((heading, at) => {
    const key = headingKey(heading);
    const isRepeated = seen.has(key);
    seen.add(key);
    const samples = below
      .map(({ cells }) => (cells[at] ?? '').trim().slice(0, LONGEST_SAMPLE))
      .filter((sample) => sample !== '');
    return { heading, isRepeated, field: fieldAt.get(at) ?? null, samples: samples.slice(0, SAMPLES) };
  });
}

function obstacleOf(
  path: string,
  { headings, columns }: Head<string>,
  layout: LayoutOf,
  map: ReturnType<typeof mapOf>,
): string | null {
  try {
    requireColumns(path, headings, columns, layout, map);
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}

function emptiness(path: string, below: readonly Row[]): string | null {
  const hasRows = below.some(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return hasRows ? null : errorMessage('file-empty', { path });
}
