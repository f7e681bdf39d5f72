import { useEffect } from 'react';
import type { FileKind } from '#shared/files.ts';
import { Button } from '../components/button.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { SelectField } from '../components/fields/select-field.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { Note } from '../components/notes/note.tsx';
import { asSaid, withColumn } from './column-choice.ts';
import { ColumnTable } from './column-table.tsx';
import styles from './files.module.css';
import { ProblemList } from './problem-list.tsx';
import { recognisedSentence } from './recognised.ts';
import { SampleTable } from './sample-table.tsx';
import type { ChosenFile, ReadyFile } from './stages.ts';
import { useFile } from './use-file.ts';

interface FileSlotProps {
  readonly file: ChosenFile;
  readonly onSheet: (sheet: string) => void;
  readonly onHeadingRow: (row: number) => void;
  /** The file is rather of this kind. */
  readonly onMove: (kind: FileKind) => void;
  /** Called when it is known whether the file can be read, and with what. */
  readonly onReady: (kind: FileKind, ready: ReadyFile | null) => void;
}

/** A chosen file: what was recognised, what was not as it should be, and its columns to be corrected. */
export function FileSlot({ file, onSheet, onHeadingRow, onMove, onReady }: FileSlotProps) {
  const { preview, check, error, map, setMap, ready } = useFile(file);
  const { kind } = file;
  useEffect(() => onReady(kind, ready), [kind, ready, onReady]);
  if (preview === undefined && error !== null) return <ErrorNote error={error} />;
  if (preview === undefined) return <p role="status">Looking at the file…</p>;
  const { looksLike, sheets, sheet, headingRow, firstRows, obstacle, records, fields } = preview;
  const columns = asSaid(preview.columns, map);
  return (
    <>
      <p role="status" className={styles.recognised}>
        {recognisedSentence(kind, preview, check)}
        {check === undefined && obstacle === null && error === null ? '; counting…' : ''}
      </p>
      {sheets.length > 1 && sheet !== null ? (
        <SelectField
          label="Sheet"
          value={sheet}
          options={sheets.map((name) => [name, name] as const)}
          onChange={onSheet}
        />
      ) : null}
      {looksLike !== null && looksLike !== kind ? (
        <Note tone="look" actions={<Button onClick={() => onMove(looksLike)}>Use it for {looksLike}</Button>}>
          By its headings this file holds {looksLike} rather than {kind}.
        </Note>
      ) : null}
      {obstacle === null ? null : <Note tone="look">{obstacle}</Note>}
      {error === null ? null : <ErrorNote error={error} />}
      {check === undefined ? null : <ProblemList fileName={preview.fileName} problems={check.problems} />}
      <Disclosure
        key={obstacle === null ? 'fine' : 'needed'}
        summary={map === undefined ? 'Columns' : 'Columns, as you said'}
        open={obstacle !== null || map !== undefined}
      >
        {firstRows.length < 2 ? null : (
          <SelectField
            label="Headings"
            value={String(headingRow)}
            options={firstRows.map(({ row, text }) => [String(row), `Row ${row}: ${text}`] as const)}
            onChange={(row) => onHeadingRow(Number(row))}
          />
        )}
        {records.length === 0 ? null : <SampleTable records={records} />}
        <ColumnTable
          columns={columns}
          fields={fields}
          onChange={(heading, field) => setMap(withColumn({ columns, fields, map }, heading, field))}
        />
        {map === undefined ? null : (
          <p className={styles.again}>
            Remembered for every file with these headings.
            <Button look="plain" onClick={() => setMap(null)}>
              As recognised by itself
            </Button>
          </p>
        )}
      </Disclosure>
    </>
  );
}
