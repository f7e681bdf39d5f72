import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { Overview } from '#shared/contract.ts';
import type { Side } from '#shared/datasets.ts';
import type { Finding, SidePreflight } from '#shared/preflight.ts';
import { Button } from '../components/button.tsx';
import { classes } from '../components/classes.ts';
import { SideMark } from '../components/marks/side-mark.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { useDoor } from '../door/context.ts';
import { keys } from '../door/keys.ts';
import { sideWords } from '../format/words.ts';
import styles from './preflight-panel.module.css';

const icons = { good: CircleCheck, know: Info, look: TriangleAlert, stop: CircleAlert } as const;
const names = { good: 'Good', know: 'Note', look: 'Look closer', stop: 'Stops' } as const;

const addressOf = (connection: Overview['connections'][Side]): string =>
  connection.kind === 'connected' ? connection.address : '';

/** What both services say before an export: who is signed in, what is there, what is missing, and what to do. */
export function PreflightPanel({ connections, project }: Pick<Overview, 'connections' | 'project'>) {
  const { call } = useDoor();
  const client = useQueryClient();
  const addresses = [addressOf(connections.salesforce), addressOf(connections.quickbooks)] as const;
  const isConnected = addresses.some((address) => address !== '');
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: keys.preflight(project?.path ?? '', ...addresses),
    queryFn: async () => {
      const found = await call('sources.preflight', {});
      // Which organisation it is, and of which kind, is known from here on.
      void client.invalidateQueries({ queryKey: keys.overview });
      return found;
    },
    enabled: isConnected,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (!isConnected) return null;
  return (
    <section className={styles.panel} aria-labelledby="preflight-heading">
      <header className={styles.header}>
        <h2 id="preflight-heading">Before you export</h2>
        <Button look="plain" disabled={isFetching} onClick={() => void refetch()}>
          Check again
        </Button>
        <span role="status" className={styles.asking}>
          {isFetching ? 'Asking the services' : ''}
        </span>
      </header>
      {error === null || isFetching ? null : <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : (
        <div className={styles.sides}>
          <Findings side="salesforce" found={data.salesforce} />
          <Findings side="quickbooks" found={data.quickbooks} />
        </div>
      )}
    </section>
  );
}

interface FindingsProps {
  readonly side: Side;
  readonly found: SidePreflight | null;
}

function Findings({ side, found }: FindingsProps) {
  return (
    <div>
      <h3 className={styles.side}>
        <SideMark side={side} />
        {sideWords[side]}
      </h3>
      {found === null ? (
        <p className={styles.advice}>Not connected.</p>
      ) : (
        <ul className={styles.findings}>
          {found.findings.map((finding) => (
            <FindingRow key={finding.id} finding={finding} />
          ))}
        </ul>
      )}
    </div>
  );
}

function FindingRow({ finding: { verdict, title, advice } }: { readonly finding: Finding }) {
  const Icon = icons[verdict];
  return (
    <li className={styles.finding}>
      <Icon size={16} aria-label={names[verdict]} className={classes(styles.icon, styles[verdict])} />
      <div>
        <p>{title}</p>
        {advice === '' ? null : <p className={styles.advice}>{advice}</p>}
      </div>
    </li>
  );
}
