import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'radix-ui';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { EmptyState, Loading, Page } from '../components/page.tsx';
import { keys } from '../door/keys.ts';
import { useOverview } from '../door/queries.ts';
import { goTo } from '../frame/screen-address.ts';
import { CustomerWork } from './customers/customer-work.tsx';
import { QueueWork } from './queue-work.tsx';
import styles from './review-screen.module.css';
import { useReviewSession } from './session/session-context.ts';
import { openTab } from './tabs/open-tab.ts';
import { useReviewView } from './view.ts';

/** The review: queues of proposals, the table, the evidence and the decisions. */
export function ReviewScreen() {
  const session = useReviewSession();
  const side = useReviewView((view) => view.side);
  const queue = useReviewView((view) => view.queue);
  const overview = useOverview().data;
  const matched = overview !== undefined && (overview.matchedAt !== null || overview.early > 0);
  const rows = useQuery({
    queryKey: keys.rows,
    queryFn: ({ signal }) => session.readRows(signal),
    enabled: matched,
    // Comparing a hundred thousand rows with those before them would take longer than showing them.
    structuralSharing: false,
    gcTime: Number.POSITIVE_INFINITY,
  });
  if (!matched) {
    return (
      <Page title="Review">
        <EmptyState
          title="Nothing to review yet"
          action={
            <Button look="primary" onClick={() => goTo('sources')}>
              Go to Sources
            </Button>
          }
        >
          Export both sides and find matches first. Then every account appears here with the customer that
          fits best.
        </EmptyState>
      </Page>
    );
  }
  const summary = overview.review;
  const readOnly = overview.project?.readOnly ?? false;
  if (rows.data === undefined || summary === null) {
    return (
      <Page title="Review">
        {rows.error === null ? (
          <Loading what="the proposals" />
        ) : (
          <ErrorNote error={rows.error} onRetry={() => void rows.refetch()} />
        )}
      </Page>
    );
  }
  return (
    <main className={styles.review}>
      <h1 className="visually-hidden">Review</h1>
      <Tabs.Root
        value={side === 'customers' ? side : queue}
        activationMode="manual"
        className={styles.tabs}
        onValueChange={(value) => openTab(session, value)}
      >
        {side === 'customers' ? (
          <CustomerWork summary={summary} readOnly={readOnly} />
        ) : (
          <QueueWork
            table={rows.data}
            reading={rows.isFetching}
            failure={
              rows.error === null ? null : (
                <ErrorNote error={rows.error} onRetry={() => void rows.refetch()} />
              )
            }
            summary={summary}
            readOnly={readOnly}
          />
        )}
      </Tabs.Root>
    </main>
  );
}
