import type { Queue } from '#shared/decisions.ts';
import type { Receivable } from '#shared/review.ts';
import { formatMoney } from '../../format/numbers.ts';

/** What the customers of a queue owe, a sum for each currency, which are never added up ("USD 12.00 and CAD 3.00"); `''` for nothing. */
export function openBalance(receivables: readonly Receivable[], queue: Queue): string {
  const sums = receivables.flatMap(({ currency, queues }) =>
    queues[queue] > 0 ? [formatMoney(queues[queue], currency)] : [],
  );
  return sums.join(' and ');
}

const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });

/**
 * How much of what customers owe is linked or confirmed, for each currency ("97% of receivables linked"); never 100%
 * before all of it is. `''` where nobody owes anything.
 */
export function linkedShare(receivables: readonly Receivable[]): string {
  const owing = receivables.filter(({ all }) => all > 0);
  const shares = owing.map(({ currency, all, linked }) => {
    const share = linked === all ? 1 : Math.floor((linked / all) * 100) / 100;
    return owing.length === 1 || currency === ''
      ? percent.format(share)
      : `${percent.format(share)} of ${currency}`;
  });
  if (shares.length === 0) return '';
  return owing.length === 1
    ? `${shares[0]} of receivables linked`
    : `Receivables linked: ${shares.join(', ')}`;
}
