import { create } from 'zustand';
import type { AccountId } from '#shared/ids.ts';

/** Comments that were begun and not saved, so that leaving the field loses nothing. Gone when the project is left. */
const useDrafts = create<{ readonly drafts: ReadonlyMap<AccountId, string> }>(() => ({ drafts: new Map() }));

/** What has been written so far on an account. */
export function useDraft(accountId: AccountId): string {
  return useDrafts(({ drafts }) => drafts.get(accountId) ?? '');
}

/** Forgets what has been written on an account once this was saved, unless somebody wrote on. */
export function forgetDraft(accountId: AccountId, saved: string): void {
  if (useDrafts.getState().drafts.get(accountId) === saved) keepDraft(accountId, '');
}

/** Keeps what has been written so far on an account; `''` forgets it. */
export function keepDraft(accountId: AccountId, text: string): void {
  useDrafts.setState(({ drafts }) => {
    const kept = new Map(drafts);
    if (text === '') kept.delete(accountId);
    else kept.set(accountId, text);
    return { drafts: kept };
  });
}

/** Forgets them all, as another project is opened: it may hold the same accounts. */
export function forgetDrafts(): void {
  useDrafts.setState({ drafts: new Map() });
}
