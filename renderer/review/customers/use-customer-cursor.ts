import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { CustomerId } from '#shared/ids.ts';
import type { CustomerRow } from '#shared/review.ts';

interface CustomerCursor {
  /** The place of the row that it is on; -1 where there is none. */
  readonly index: number;
  readonly active: CustomerRow | undefined;
  readonly activate: (customerId: CustomerId) => void;
  /** The customer that it is on now, whether or not that has been drawn: a key may come sooner. */
  readonly now: () => CustomerId | null;
  /** Goes on from a customer that was decided to the next undecided one, unless somebody went elsewhere meanwhile. */
  readonly moveOn: (from: CustomerId) => void;
}

/** The cursor among the customers that are shown; on the first one until it is moved. */
export function useCustomerCursor(shown: readonly CustomerRow[]): CustomerCursor {
  const [activeId, setActive] = useState<CustomerId | null>(null);
  const latest = useRef({ activeId, shown });
  useLayoutEffect(() => {
    latest.current = { activeId, shown };
  }, [activeId, shown]);
  const activate = useCallback((customerId: CustomerId) => {
    latest.current = { ...latest.current, activeId: customerId };
    setActive(customerId);
  }, []);
  const now = useCallback(() => {
    const { shown: rows, activeId: id } = latest.current;
    return rows[placeOf(rows, id)]?.customerId ?? null;
  }, []);
  const moveOn = useCallback(
    (from: CustomerId) => {
      if (now() !== from) return;
      const rows = latest.current.shown;
      const next = rows.slice(placeOf(rows, from) + 1).find(({ state }) => state === 'no-match');
      activate(next?.customerId ?? from);
    },
    [now, activate],
  );
  const index = placeOf(shown, activeId);
  return { index, active: shown[index], activate, now, moveOn };
}

function placeOf(rows: readonly CustomerRow[], id: CustomerId | null): number {
  const found = rows.findIndex(({ customerId }) => customerId === id);
  return found === -1 && rows.length > 0 ? 0 : found;
}
