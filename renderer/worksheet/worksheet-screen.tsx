import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { Note } from '../components/notes/note.tsx';
import { EmptyState, Page } from '../components/page.tsx';
import { SavedFile } from '../components/saved-file.tsx';
import { useOperation } from '../door/operation.ts';
import { useOverview } from '../door/queries.ts';
import { formatCounted } from '../format/numbers.ts';
import { goTo } from '../frame/screen-address.ts';
import { OtherFiles } from './other-files/other-files.tsx';
import { Applied } from './reading/applied.tsx';
import { Preview } from './reading/preview.tsx';
import { ReadPanel } from './reading/read-panel.tsx';
import { useReading } from './reading/use-reading.ts';
import { useSaveWorksheet } from './use-save-worksheet.ts';
import styles from './worksheet-screen.module.css';

/** The worksheet: everything that was matched and decided, as one Excel file. */
export function WorksheetScreen() {
  const overview = useOverview().data;
  const { saving, save } = useSaveWorksheet(overview?.project?.name ?? 'Counterpart');
  const reading = useReading();
  const applied = useOperation('worksheet.apply').output;
  if (overview?.matchedAt === null) {
    return (
      <Page title="Worksheet">
        <EmptyState
          title="Nothing to save yet"
          action={
            <Button look="primary" onClick={() => goTo('sources')}>
              Go to Sources
            </Button>
          }
        >
          The worksheet holds what was matched. Export both sides and find matches first.
        </EmptyState>
      </Page>
    );
  }
  const { output } = saving;
  if (reading.preview !== null) {
    return (
      <Preview
        key={reading.preview.reading}
        preview={reading.preview}
        canApply={overview?.project?.readOnly === false}
        onApplied={() => reading.close()}
        onBack={() => reading.close()}
        onAgain={reading.again}
      />
    );
  }
  return (
    <Page
      title="Worksheet"
      intro="An Excel file with a summary, every match and conflict with its evidence, what has no match on either side, what is linked already and what changed. Decisions and comments made in it can be read back."
      actions={
        <Button look="primary" disabled={saving.pending || overview?.running !== null} onClick={save}>
          {saving.pending ? 'Saving…' : 'Save worksheet'}
        </Button>
      }
    >
      {saving.error === null ? null : <ErrorNote error={saving.error} onRetry={save} />}
      {output === undefined ? null : (
        <Note tone="right" live actions={<SavedFile path={output.path} what="worksheet" />}>
          <p>
            Saved {formatCounted(output.matches, 'match', 'matches')},{' '}
            {formatCounted(output.accountsWithoutMatch, 'account')} without a match and{' '}
            {formatCounted(output.customersWithoutMatch, 'customer')} without a match.
          </p>
          <p className={styles.path}>{output.path}</p>
        </Note>
      )}
      {applied === undefined ? null : <Applied key={applied.batch} applied={applied} />}
      <ReadPanel
        disabled={overview?.running !== null}
        pending={reading.operation.pending}
        error={reading.operation.error}
        onPath={reading.read}
      />
      {overview === undefined ? null : <OtherFiles overview={overview} />}
    </Page>
  );
}
