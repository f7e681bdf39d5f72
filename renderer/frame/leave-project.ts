import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { forgetNextChoice } from '../choosing/next-choice.ts';
import { closePane } from '../commands/panes.ts';
import { keys } from '../door/keys.ts';
import { resetMatchingView } from '../matching/view.ts';
import { closeBulkView } from '../review/bulk/view.ts';
import { resetReviewView } from '../review/view.ts';
import { showRun } from '../write/shown-run.ts';
import { showPart } from '../write/write-part.ts';

/** The answers that no project has to do with; all others are about the one that is open. */
const ofTheProgram: readonly string[] = [
  keys.info,
  keys.diagnostics,
  keys.overview,
  keys.preferences,
  keys.recent,
].map(([name]) => name);

/** Forgets all that is known of the open project and how it was looked at. */
export function forgetProject(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey: [name] }) => !ofTheProgram.includes(String(name)) });
  client.getMutationCache().clear();
  resetReviewView();
  closeBulkView();
  resetMatchingView();
  forgetNextChoice();
  showRun(null);
  showPart('links');
  closePane();
}

/** Forgets everything that belongs to a project when its screens are left, so that the next one never shows it. */
export function useForgetProjectOnLeaving(): void {
  const client = useQueryClient();
  useEffect(() => () => forgetProject(client), [client]);
}
