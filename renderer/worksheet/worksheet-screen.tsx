import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { Note } from '../components/note.tsx';
import { EmptyState, Page } from '../components/page.tsx';
import { SavedFile } from '../components/saved-file.tsx';
import { useDoor } from '../door/context.ts';
import { useOperation } from '../door/operation.ts';
import { useOverview } from '../door/queries.ts';
import { formatCounted } from '../format/numbers.ts';
import { goTo } from '../frame/screens.ts';
import styles from './worksheet-screen.module.css';

/** Has the browser download what is at this address, as a click on a link to it does. */
function download(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}

/** The worksheet: everything that was matched and decided, as one Excel file. */
export function WorksheetScreen() {
  const { host } = useDoor();
  const overview = useOverview().data;
  const saving = useOperation('worksheet.save');
  const name = overview?.project?.name ?? 'Counterpart';
  const save = async () => {
    if (host.kind === 'browser') {
      return saving.start({ path: null }, ({ path }) => download(host.downloadAddress(path)));
    }
    const path = await host.chooseSavePath(`${name}.xlsx`);
    if (path !== null) saving.start({ path });
  };
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
  return (
    <Page
      title="Worksheet"
      intro="An Excel file with every match and its evidence, the accounts without a match and the customers without a match. It is for reading and passing on; decisions are made in Review."
      actions={
        <Button
          look="primary"
          disabled={saving.pending || overview?.running !== null}
          onClick={() => void save()}
        >
          {saving.pending ? 'Saving…' : 'Save worksheet'}
        </Button>
      }
    >
      {saving.error === null ? null : <ErrorNote error={saving.error} onRetry={() => void save()} />}
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
    </Page>
  );
}
