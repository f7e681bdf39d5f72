import type { CandidateDetail, RowDetail, TreeEntry } from '#shared/review.ts';
import { Tag } from '../../components/marks/tag.tsx';
import { useMatchSettings } from '../../door/queries.ts';
import { formatCounted, formatMoney } from '../../format/numbers.ts';
import { useReviewSession } from '../session/session-context.ts';
import { setReviewView } from '../view.ts';
import styles from './customer-tree.module.css';
import { treeHint } from './tree-hint.ts';

interface CustomerTreeProps {
  readonly detail: RowDetail;
  readonly candidate: CandidateDetail;
  readonly onLeave: () => void;
}

/**
 * The customers that belong together with the one shown. A click shows another beside the account, or goes to the row of
 * the account that has it.
 */
export function CustomerTreeView({ detail, candidate: { tree }, onLeave }: CustomerTreeProps) {
  const session = useReviewSession();
  const policy = useMatchSettings().data?.policy;
  if (tree.entries.length === 0) return null;
  const { accountId } = detail.row;
  const go = ({ customerId, holder }: TreeEntry) => {
    const place = detail.candidates.findIndex(({ customer }) => customer.id === customerId);
    if (place >= 0) setReviewView({ shownCandidate: place });
    else if (holder !== null) session.show(holder.accountId);
    else session.consider(accountId, customerId);
    // What was pressed is another entry now: the keys are with the table again.
    onLeave();
  };
  return (
    <section>
      <h2 id="tree-heading">Belongs together in QuickBooks</h2>
      <ul aria-labelledby="tree-heading" className={styles.tree}>
        {tree.entries.map((entry) => (
          <li key={entry.customerId} style={{ ['--depth' as string]: entry.depth }}>
            {entry.relation === 'shown' ? (
              <p className={styles.entry} aria-current="true">
                <Words entry={entry} />
              </p>
            ) : (
              <button type="button" className={styles.entry} onClick={() => go(entry)}>
                <Words entry={entry} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {tree.left === 0 ? null : (
        <p className={styles.hint}>and {formatCounted(tree.left, 'more customer')}</p>
      )}
      <p className={styles.hint}>{treeHint(tree, policy?.subCustomers ?? true)}</p>
    </section>
  );
}

function Words({ entry: { name, active, balance, currency, holder } }: { readonly entry: TreeEntry }) {
  return (
    <>
      <span className={styles.name}>
        <span>{name}</span>
        {active ? null : <Tag tone="look">inactive</Tag>}
        {holder === null ? null : <span className={styles.holder}>with {holder.name}</span>}
      </span>
      <span className={styles.balance}>{balance === 0 ? '' : formatMoney(balance, currency)}</span>
    </>
  );
}
