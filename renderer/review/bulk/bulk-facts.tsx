import type { BulkPreview } from '#shared/bulk.ts';
import type { DecisionKind } from '#shared/decisions.ts';
import { formatCount, formatCounted, formatMoney, formatScore } from '../../format/numbers.ts';
import styles from './bulk.module.css';
import type { BulkFigures } from './figures.ts';
import type { BulkPlan } from './plan.ts';
import { bulkActions, leftOutWords } from './words.ts';

interface BulkFactsProps {
  readonly kind: DecisionKind;
  readonly plan: BulkPlan;
  readonly figures: BulkFigures;
  readonly leftOut: BulkPreview['leftOut'];
}

/** The numbers behind a bulk decision: how many, what is left out and why, scores, what needs a look, and money. */
export function BulkFacts({ kind, plan, figures, leftOut }: BulkFactsProps) {
  const { scores, bands, inactive, subCustomers, balances } = figures;
  const total = leftOut.reduce((sum, { count }) => sum + count, 0);
  return (
    <dl className={styles.facts}>
      <div>
        <dt>Decided</dt>
        <dd>
          {plan.decisions.length === 0 ? 'None of them can be decided so.' : bulkActions[kind](plan.asAsked)}
          {plan.rejected === 0 ? null : <p>Reject {formatCounted(plan.rejected, 'pair')} found wrong</p>}
          {plan.unsure === 0 ? null : (
            <p>Leave {formatCounted(plan.unsure, 'pair')} of which you were unsure</p>
          )}
        </dd>
      </div>
      {total === 0 ? null : (
        <div>
          <dt>Left out</dt>
          <dd>
            {formatCounted(total, 'row')}
            <ul className={styles.reasons}>
              {leftOut.map(({ why, count }) => (
                <li key={why}>
                  {formatCount(count)} {leftOutWords[why]}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      {scores === null ? null : (
        <div>
          <dt>Score</dt>
          <dd>
            {scoreRange(scores)}
            <p>{bands.map(({ word, count }) => `${formatCount(count)} ${word}`).join(', ')}</p>
          </dd>
        </div>
      )}
      {kind !== 'confirm' || inactive + subCustomers === 0 ? null : (
        <div>
          <dt>Look closer</dt>
          <dd>
            {inactive === 0 ? null : <p>{formatCounted(inactive, 'inactive customer')}</p>}
            {subCustomers === 0 ? null : <p>{formatCounted(subCustomers, 'sub-customer')}</p>}
          </dd>
        </div>
      )}
      {plan.decisions.length === 0 ? null : (
        <div>
          <dt>Open balance</dt>
          <dd>
            {balances.length === 0
              ? 'none'
              : balances.map(({ currency, amount }) => <p key={currency}>{formatMoney(amount, currency)}</p>)}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** The lowest and highest score in words: "71% to 99%". */
export function scoreRange({ least, most }: NonNullable<BulkFigures['scores']>): string {
  const [low, high] = [formatScore(least), formatScore(most)];
  return low === high ? low : `${low} to ${high}`;
}
