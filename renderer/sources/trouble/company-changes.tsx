import type { CompanyChange } from '#shared/practice.ts';
import { Button } from '../../components/button.tsx';
import { ErrorNote } from '../../components/notes/error-note.tsx';
import { Note } from '../../components/notes/note.tsx';
import { useOperation } from '../../door/operation.ts';
import { sideWords } from '../../format/words.ts';
import styles from './trouble-panel.module.css';

/** What somebody else might do to the records, so that the next export is another one than the last. */
export function CompanyChanges({ changes }: { readonly changes: readonly CompanyChange[] }) {
  const { start, error, output, pending } = useOperation('practice.change');
  return (
    <section className={styles.changes} aria-labelledby="company-changes-heading">
      <h3 id="company-changes-heading">Somebody else changes records</h3>
      {(['salesforce', 'quickbooks'] as const).map((side) => (
        <div key={side} className={styles.buttons}>
          <span className={styles.side}>In {sideWords[side]}</span>
          {changes
            .filter((change) => change.side === side)
            .map(({ id, title }) => (
              <Button key={id} disabled={pending} onClick={() => start({ id })}>
                {title}
              </Button>
            ))}
        </div>
      ))}
      <div role="status">{output === undefined ? null : <Note tone="right">{output.said}</Note>}</div>
      {error === null ? null : <ErrorNote error={error} />}
    </section>
  );
}
