import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { forgetNextChoice } from '../choosing/next-choice.ts';
import { keys } from '../door/keys.ts';
import { resetMatchingView } from '../matching/view.ts';
import { resetReviewView } from '../review/view.ts';
import { showRun } from '../write/shown-run.ts';

function forgetProject(client: QueryClient): void {
  const { settings, rows, details, plans, runs, journals, searches, choices, checkedChoices } = keys;
  for (const queryKey of [
    settings,
    rows,
    details,
    plans,
    runs,
    journals,
    searches,
    choices,
    checkedChoices,
  ]) {
    client.removeQueries({ queryKey });
  }
  client.getMutationCache().clear();
  resetReviewView();
  resetMatchingView();
  forgetNextChoice();
  showRun(null);
}

/** Forgets everything that belongs to a project when its screens are left, so that the next one never shows it. */
export function useForgetProjectOnLeaving(): void {
  const client = useQueryClient();
  useEffect(() => () => forgetProject(client), [client]);
}
