import type { SampleRecord } from '#shared/files.ts';
import styles from './files.module.css';

const columns = [
  ['row', 'Row'],
  ['id', 'Id'],
  ['name', 'Name'],
  ['phone', 'Phone'],
  ['email', 'E-mail'],
  ['website', 'Website'],
  ['address', 'Address'],
] as const;

/** The first records as they will be read; a column in which nothing was found says so by its dashes. */
export function SampleTable({ records }: { readonly records: readonly SampleRecord[] }) {
  return (
    <div className={styles.scroller}>
      <table className={styles.table} aria-label="First records as they will be read">
        <thead>
          <tr>
            {columns.map(([key, heading]) => (
              <th key={key} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.row}>
              {columns.map(([key]) => (
                <td key={key} className={key === 'id' ? styles.id : undefined}>
                  {record[key] === '' ? <span className={styles.quiet}>–</span> : record[key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
