import { useEffect } from 'react';
import { z } from 'zod';
import { usePreference } from '../../door/preferences.tsx';
import { setReviewView, useReviewView } from '../view.ts';

const Grouped = z.boolean().nullable();

/** Groups the table as it was last, and keeps whether it is grouped from then on. */
export function useKeptGrouping(): void {
  const [kept, keep] = usePreference<boolean | null>('review.grouped', Grouped, null);
  const grouped = useReviewView((view) => view.grouped);
  useEffect(() => {
    if (grouped === null) {
      if (kept !== null) setReviewView({ grouped: kept });
    } else if (grouped !== kept) keep(grouped);
  }, [grouped, kept, keep]);
}
