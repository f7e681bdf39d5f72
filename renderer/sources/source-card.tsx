import { choiceWords } from '#shared/account-choice.ts';
import type { ConnectionInfo } from '#shared/contract.ts';
import type { DatasetInfo, Side } from '#shared/datasets.ts';
import { ChoiceFact } from '../choosing/choice-fact.tsx';
import { classes } from '../components/classes.ts';
import { EnvironmentTag } from '../components/marks/environment-tag.tsx';
import { SideMark } from '../components/marks/side-mark.tsx';
import { Note } from '../components/notes/note.tsx';
import { ConnectionActions } from '../connections/connection-actions.tsx';
import { SignInFact } from '../connections/sign-in-fact.tsx';
import { formatCounted } from '../format/numbers.ts';
import { formatMoment } from '../format/times.ts';
import { recordWords, sideWords } from '../format/words.ts';
import { environmentOf } from '../frame/organisation.tsx';
import { OtherNamesFact } from './other-names-fact.tsx';
import styles from './source-card.module.css';

interface SourceCardProps {
  readonly side: Side;
  readonly dataset: DatasetInfo | null;
  readonly connection: ConnectionInfo;
  /** While something else is under way, nobody signs in or out. */
  readonly busy: boolean;
}

function Origin({ dataset }: { readonly dataset: DatasetInfo }) {
  const { origin } = dataset;
  return (
    <div className={styles.fact}>
      <dt>{origin.kind === 'service' ? 'Organisation' : 'File'}</dt>
      <dd>
        {origin.kind === 'service' ? origin.organisationName : origin.fileName}
        {origin.kind === 'service' ? <span className={styles.id}>{origin.organisationId}</span> : null}
      </dd>
    </div>
  );
}

/** Which accounts were asked for, where that was not all. */
function Chosen({ dataset }: { readonly dataset: DatasetInfo | null }) {
  if (dataset?.origin.kind !== 'service' || dataset.origin.choice.kind === 'all') return null;
  const words = `${choiceWords(dataset.origin.choice)}, and those linked already`;
  return (
    <span className={classes(styles.choice, styles.chosen)} title={words}>
      {words}
    </span>
  );
}

/** One side of the project: its connection, and what was last exported from it. */
export function SourceCard({ side, dataset, connection, busy }: SourceCardProps) {
  const environment = environmentOf(dataset, connection);
  const exported = dataset === null || dataset.origin.kind === 'service' ? 'Exported' : 'Imported';
  return (
    <section className={styles.card} aria-label={sideWords[side]}>
      <header className={styles.header}>
        <h2>
          <SideMark side={side} />
          {sideWords[side]}
        </h2>
        {environment === null ? null : <EnvironmentTag environment={environment} />}
      </header>
      <dl className={styles.facts}>
        <div className={styles.fact}>
          <dt>Connection</dt>
          <dd>{connection.kind === 'connected' ? connection.address : 'none'}</dd>
        </div>
        <SignInFact side={side} />
        {dataset === null ? null : <Origin dataset={dataset} />}
        <div className={styles.fact}>
          <dt>{exported}</dt>
          <dd>
            {dataset === null
              ? 'not yet'
              : `${formatMoment(dataset.exportedAt)}, ${formatCounted(dataset.count, recordWords[side])}`}
            <Chosen dataset={dataset} />
          </dd>
        </div>
        {side === 'salesforce' && connection.kind === 'connected' ? (
          <ChoiceFact dataset={dataset} disabled={busy} />
        ) : null}
        {side === 'quickbooks' && dataset !== null ? <OtherNamesFact /> : null}
      </dl>
      {connection.kind === 'none' ? <Note tone="info">{connection.hint}</Note> : null}
      {dataset === null || dataset.problems.length === 0 ? null : (
        <Note tone="look">
          <ul className={styles.problems}>
            {dataset.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Note>
      )}
      <ConnectionActions side={side} connection={connection} disabled={busy} />
    </section>
  );
}
