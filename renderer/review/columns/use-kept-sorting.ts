import type { SortingState } from '@tanstack/react-table';
import { useEffect } from 'react';
import { z } from 'zod';
import { usePreference } from '../../door/preferences.tsx';
import { setReviewView, unsorted, useReviewView } from '../view.ts';

const Sorting = z.array(z.object({ id: z.string(), desc: z.boolean() })).max(1);

/** Sorts the table as it was sorted last, and keeps how it is sorted from then on. */
export function useKeptSorting(): void {
  const [kept, keep] = usePreference<SortingState>('review.sorting', Sorting, unsorted);
  const sorting = useReviewView((view) => view.sorting);
  useEffect(() => {
    // A person who has the table as proposed again made another, empty, order.
    if (sorting === unsorted) setReviewView({ sorting: kept });
    else if (JSON.stringify(sorting) !== JSON.stringify(kept)) keep(sorting);
  }, [sorting, kept, keep]);
}
