import { SideMark } from '../../components/marks/side-mark.tsx';
import { formatCounted } from '../../format/numbers.ts';
import styles from './consequences.module.css';

interface ConsequencesProps {
  readonly overwrites: readonly { readonly label: string; readonly from: string; readonly to: string }[];
}

/** What the link will do: the customer's fields that the package's next sync overwrites, and with what. */
export function Consequences({ overwrites }: ConsequencesProps) {
  return (
    <section>
      <h2>What the link will do</h2>
      <p className={styles.sentence}>
        {overwrites.length === 0
          ? 'The next sync changes nothing of this customer.'
          : `The next sync will change ${formatCounted(overwrites.length, 'field')} of the customer in QuickBooks:`}
      </p>
      <dl className={styles.overwrites}>
        {overwrites.map(({ label, from, to }) => (
          <div key={label} className={styles.overwrite}>
            <dt>
              <SideMark side="quickbooks" />
              {label}
            </dt>
            <dd>
              {from === '' ? <span className={styles.blank}>blank</span> : <del>{from}</del>}
              <span aria-hidden="true"> → </span>
              <span className="visually-hidden"> becomes </span>
              <ins>{to}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
