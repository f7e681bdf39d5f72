import type { SortingState } from '@tanstack/react-table';
import { create } from 'zustand';
import type { Queue } from '#shared/decisions.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { ReviewRow } from '#shared/review.ts';
import { type Filters, noFilters } from './facets/filters.ts';
import { noSelection, type Selection } from './selection/selection.ts';

/** A sentence near the foot of the review about what was done last or why it was not. */
interface ReviewMessage {
  readonly tone: 'right' | 'wrong' | 'info';
  readonly text: string;
}

/** How the review is being looked at. None of it is the project's: it is gone when the window closes. */
export interface ReviewView {
  /** Whether the queues of accounts are looked at, or the customers without one. */
  readonly side: 'accounts' | 'customers';
  readonly queue: Queue;
  /**
   * The rows of the queue as they stood when it was opened or refreshed. Membership, order and filters go by these,
   * so a decided row stays where it is; what a row shows goes by the row as it stands now.
   */
  readonly members: readonly ReviewRow[];
  /** The accounts whose rows changed since then, and whether each was a member. */
  readonly touched: ReadonlyMap<AccountId, boolean>;
  readonly text: string;
  readonly filters: Filters;
  readonly sorting: SortingState;
  /** Whether rows come by the tree of their customers; null before a person said so or not. */
  readonly grouped: boolean | null;
  /** The trees whose rows are folded away. */
  readonly folded: ReadonlySet<CustomerId>;
  readonly activeId: AccountId | null;
  /** The tree whose heading the cursor is on; no account is active then. */
  readonly activeGroup: CustomerId | null;
  /** The rows chosen for what is done to many at once. */
  readonly selection: Selection;
  /** Which candidate of the active row the evidence shows, counted from 0. */
  readonly shownCandidate: number;
  /** Decisions that are not on disk yet. */
  readonly unsaved: number;
  readonly message: ReviewMessage | null;
  readonly dialog: 'search' | 'conflict' | null;
  /** The account that a comment is being written on. */
  readonly commenting: AccountId | null;
}

/** How the table is sorted before a person said anything of it. */
export const unsorted: SortingState = [];

const initial: ReviewView = {
  side: 'accounts',
  queue: 'suggested',
  members: [],
  touched: new Map(),
  text: '',
  filters: noFilters,
  sorting: unsorted,
  grouped: null,
  folded: new Set(),
  activeId: null,
  activeGroup: null,
  selection: noSelection,
  shownCandidate: 0,
  unsaved: 0,
  message: null,
  dialog: null,
  commenting: null,
};

export const useReviewView = create<ReviewView>(() => initial);

/** Changes part of the view. */
export const setReviewView = useReviewView.setState;

/** Makes a row the active one; its first candidate is shown. */
export function activate(accountId: AccountId | null): void {
  setReviewView((view) =>
    view.activeId === accountId && view.activeGroup === null
      ? view
      : { activeId: accountId, activeGroup: null, shownCandidate: 0 },
  );
}

/** Puts the cursor on a group's heading. */
export function activateGroup(id: CustomerId): void {
  setReviewView((view) =>
    view.activeGroup === id ? view : { activeId: null, activeGroup: id, shownCandidate: 0 },
  );
}

/** Forgets how the review was looked at, as another project is opened. */
export function resetReviewView(): void {
  setReviewView(initial);
}
