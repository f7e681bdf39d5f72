import type { QueryClient } from '@tanstack/react-query';
import type { CustomerRow, ReviewRow } from '#shared/review.ts';
import { keys } from '../../door/keys.ts';

/**
 * Takes a decision into the list of customers without an account. What was said of a customer itself changes its row; what
 * was said of accounts may give and take customers, and the list is read again when it is next looked at.
 */
export function takeInCustomers(
  client: QueryClient,
  rows: readonly ReviewRow[],
  customers: readonly CustomerRow[],
): void {
  const changed = new Map(customers.map((row) => [row.customerId, row]));
  const matched = new Set(rows.flatMap(({ customerId }) => customerId ?? []));
  client.setQueryData<CustomerRow[]>(keys.customers, (known) =>
    known?.map((row): CustomerRow => {
      const isMatched = matched.has(row.customerId) && row.state !== 'matched';
      return changed.get(row.customerId) ?? (isMatched ? { ...row, state: 'matched' } : row);
    }),
  );
  if (rows.length > 0) {
    void client.invalidateQueries({ queryKey: keys.customers, exact: true, refetchType: 'none' });
  }
}
