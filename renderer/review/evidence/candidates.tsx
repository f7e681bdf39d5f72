import type { MouseEvent } from 'react';
import type { CandidateDetail } from '#shared/review.ts';
import { useKeys } from '../../commands/keys/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { Kbd } from '../../components/marks/kbd.tsx';
import { Tag } from '../../components/marks/tag.tsx';
import { formatMoney, formatScore } from '../../format/numbers.ts';
import styles from './candidates.module.css';

interface CandidatesProps {
  readonly candidates: readonly CandidateDetail[];
  readonly shown: number;
  readonly readOnly: boolean;
  readonly onShow: (place: number) => void;
  readonly onNone: (event: MouseEvent) => void;
}

/** Customers that might be this account's, best first. A click shows one; its number key confirms it. */
export function Candidates({ candidates, shown, readOnly, onShow, onNone }: CandidatesProps) {
  const { choice, shown: keyOf } = useKeys();
  return (
    <section>
      <h2 id="candidates-heading">Candidates</h2>
      <ol aria-labelledby="candidates-heading" className={styles.candidates}>
        {candidates.map(({ pair, customer, rejected, taken }, place) => (
          <li key={pair.customerId}>
            <button
              type="button"
              className={styles.candidate}
              aria-pressed={place === shown}
              onClick={() => onShow(place)}
            >
              {/* Only nine have a key. */}
              {choice.letters && place < 9 ? <Kbd>{String(place + 1)}</Kbd> : <span />}
              <span className={styles.name}>
                <span>{customer.displayName}</span>
                <span className={styles.traits}>
                  {rejected ? <Tag tone="quiet">rejected</Tag> : null}
                  {taken === null ? null : <Tag tone="look">taken by {taken}</Tag>}
                  {customer.active ? null : <Tag tone="look">inactive</Tag>}
                  {customer.parentId === '' ? null : <Tag tone="look">sub-customer</Tag>}
                  {customer.balance === 0 ? null : (
                    <span>{formatMoney(customer.balance, customer.currency)}</span>
                  )}
                </span>
              </span>
              <span className={styles.score}>{formatScore(pair.score)}</span>
            </button>
          </li>
        ))}
      </ol>
      <Button
        look="plain"
        shortcut={keyOf('review.none')}
        className={styles.none}
        disabled={readOnly || candidates.every(({ rejected }) => rejected)}
        onClick={onNone}
      >
        None of these
      </Button>
    </section>
  );
}
