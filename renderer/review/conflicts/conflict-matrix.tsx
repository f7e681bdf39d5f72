import { Check } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { Customer } from '#shared/records.ts';
import type { Conflict } from '#shared/review.ts';
import { classes } from '../../components/classes.ts';
import { Tag } from '../../components/marks/tag.tsx';
import { formatMoney } from '../../format/numbers.ts';
import { Score } from '../table/score.tsx';
import type { Assignment } from './assignment.ts';
import styles from './conflict.module.css';
import { Facts } from './facts.tsx';
import { accountFacts, customerFacts } from './record-facts.ts';

interface ConflictMatrixProps {
  readonly conflict: Conflict;
  readonly assignment: Assignment;
  readonly readOnly: boolean;
  readonly onSettle: () => void;
  readonly onAssign: (account: AccountId, choice: CustomerId | 'none') => void;
}

const steps: Record<string, readonly [down: number, right: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
};

const within = (place: number, count: number) => Math.max(0, Math.min(count - 1, place));

/**
 * Accounts down, customers across, "none" last; one cell is in view, and both headings show how its records differ. An ARIA
 * grid with one tab stop: the arrow keys move, Space and Enter choose.
 */
export function ConflictMatrix({ conflict, assignment, readOnly, onSettle, onAssign }: ConflictMatrixProps) {
  const { accounts, customers, pairs } = conflict;
  const [[row, column], setPlace] = useState<readonly [number, number]>([0, 0]);
  const grid = useRef<HTMLTableElement>(null);
  const id = useId();
  const columns = customers.length + 1;
  const cellId = (down: number, right: number) => `${id}-${down}-${right}`;
  const choiceAt = (right: number): CustomerId | 'none' => customers[right]?.id ?? 'none';
  const account = accounts[row] ?? null;
  const customer = customers[column] ?? null;
  const choose = (down: number, right: number) => {
    const chosen = accounts[down];
    if (chosen !== undefined && !readOnly) onAssign(chosen.id, choiceAt(right));
  };

  useEffect(() => grid.current?.focus(), []);
  useEffect(() => {
    document
      .getElementById(`${id}-${row}-${column}`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [id, row, column]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key === 'Enter') onSettle();
      return;
    }
    if (step !== undefined)
      setPlace([within(row + step[0], accounts.length), within(column + step[1], columns)]);
    else if (event.key === ' ' || event.key === 'Enter') choose(row, column);
    else return;
    event.preventDefault();
  };
  const control = { role: 'grid', tabIndex: 0, 'aria-activedescendant': cellId(row, column) };
  return (
    <div className={styles.scroll}>
      <table
        ref={grid}
        {...control}
        aria-label="Accounts and customers"
        className={styles.matrix}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <td className={styles.corner} />
            {customers.map((one, right) => (
              <th
                key={one.id}
                scope="col"
                className={classes(styles.customer, right === column && styles.inView)}
              >
                <Facts side="quickbooks" facts={customerFacts(one, account)} />
                <Traits customer={one} />
              </th>
            ))}
            <th scope="col" className={styles.customer}>
              None of these
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((one, down) => (
            <tr key={one.id}>
              <th scope="row" className={classes(styles.account, down === row && styles.inView)}>
                <Facts side="salesforce" facts={accountFacts(one, customer)} />
              </th>
              {Array.from({ length: columns }, (_, right) => {
                const choice = choiceAt(right);
                const pair = pairs.find((each) => each.accountId === one.id && each.customerId === choice);
                const isChosen = assignment.get(one.id) === choice;
                return (
                  <td
                    key={choice}
                    id={cellId(down, right)}
                    {...{ role: 'gridcell', 'aria-selected': isChosen }}
                    className={classes(
                      styles.cell,
                      isChosen && styles.chosen,
                      down === row && right === column && styles.active,
                    )}
                    onClick={() => {
                      setPlace([down, right]);
                      choose(down, right);
                    }}
                    onKeyDown={onKeyDown}
                  >
                    <span className={styles.inCell}>
                      {isChosen ? <Check size={14} role="img" aria-label="Chosen" /> : null}
                      {choice === 'none' ? 'None' : pair === undefined ? 'Not compared' : <Score {...pair} />}
                    </span>
                    {pair === undefined ? null : <span className={styles.reason}>{pair.reason}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Traits({ customer: { active, parentId, balance, currency } }: { readonly customer: Customer }) {
  return (
    <span className={styles.traits}>
      {balance === 0 ? null : <span>{formatMoney(balance, currency)}</span>}
      {active ? null : <Tag tone="look">inactive</Tag>}
      {parentId === '' ? null : <Tag tone="look">sub-customer</Tag>}
    </span>
  );
}
