import type { ConnectionInfo } from '#shared/contract.ts';
import type { DatasetInfo, Environment, Side } from '#shared/datasets.ts';
import { EnvironmentTag } from '../components/marks/environment-tag.tsx';
import { SideMark } from '../components/marks/side-mark.tsx';
import { formatCounted } from '../format/numbers.ts';
import { recordWords, sideWords } from '../format/words.ts';
import styles from './organisation.module.css';

/** The environment of a side: of its data where there are some, else of its connection; null when neither says. */
export function environmentOf(dataset: DatasetInfo | null, connection: ConnectionInfo): Environment | null {
  if (dataset?.origin.kind === 'service') return dataset.origin.environment;
  return connection.kind === 'connected' ? connection.environment : null;
}

interface OrganisationProps {
  readonly side: Side;
  readonly dataset: DatasetInfo | null;
  readonly connection: ConnectionInfo;
}

/** One side's organisation at the foot of the navigation: which it is, of what kind, and how much was exported. */
export function Organisation({ side, dataset, connection }: OrganisationProps) {
  const environment = environmentOf(dataset, connection);
  const name =
    dataset?.origin.kind === 'service' ? dataset.origin.organisationName : (dataset?.origin.fileName ?? null);
  return (
    <li
      className={styles.organisation}
      title={[sideWords[side], name, environment].filter(Boolean).join(', ')}
    >
      <p className={styles.service}>
        <SideMark side={side} />
        <b className={styles.name}>{sideWords[side]}</b>
        {environment === null ? null : (
          <>
            <span className={styles.whole}>
              <EnvironmentTag environment={environment} />
            </span>
            <span className={styles.brief} aria-hidden="true">
              <EnvironmentTag environment={environment} brief />
            </span>
          </>
        )}
      </p>
      <p className={styles.detail}>
        {dataset === null
          ? connection.kind === 'connected'
            ? 'not exported yet'
            : 'not connected'
          : `${name} · ${formatCounted(dataset.count, recordWords[side])}`}
      </p>
    </li>
  );
}
