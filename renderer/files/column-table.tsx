import type { FileColumn, FilePreview } from '#shared/files.ts';
import styles from './files.module.css';

interface ColumnTableProps {
  readonly columns: readonly FileColumn[];
  readonly fields: FilePreview['fields'];
  readonly onChange: (heading: string, field: string | null) => void;
}

/** The columns of a file with their first values, and what each is taken for, to be corrected. */
export function ColumnTable({ columns, fields, onChange }: ColumnTableProps) {
  return (
    <div className={styles.scroller}>
      <table className={styles.table} aria-label="Columns of the file">
        <thead>
          <tr>
            <th scope="col">Column of the file</th>
            <th scope="col">First values</th>
            <th scope="col">Is taken for</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ heading, isRepeated, field, samples }, at) =>
            heading.trim() === '' && samples.length === 0 ? null : (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may bear one heading.
              <tr key={at}>
                <th scope="row">{heading.trim() || <em>without a heading</em>}</th>
                <td className={styles.samples}>{samples.join(' · ')}</td>
                <td>
                  {isRepeated || heading.trim() === '' ? (
                    <span className={styles.quiet}>
                      {isRepeated ? 'Same heading as a column before' : 'Give it a heading to use it'}
                    </span>
                  ) : (
                    <select
                      className={styles.select}
                      aria-label={`${heading.trim()} is taken for`}
                      value={field ?? ''}
                      onChange={(event) =>
                        onChange(heading, event.target.value === '' ? null : event.target.value)
                      }
                    >
                      <option value="">Not used</option>
                      {fields.map((one) => (
                        <option key={one.field} value={one.field}>
                          {one.label}
                        </option>
                      ))}
                    </select>
                  )}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}
