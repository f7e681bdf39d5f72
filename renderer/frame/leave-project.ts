import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { forgetNextChoice } from '../choosing/next-choice.ts';
import { closePane } from '../commands/panes.ts';
import { forgetAnswers } from '../door/forget-answers.ts';
import { resetMatchingView } from '../matching/view.ts';
import { closeBulkView } from '../review/bulk/view.ts';
import { forgetDrafts } from '../review/evidence/comment-draft.ts';
import { resetReviewView } from '../review/view.ts';
import { forgetReading } from '../worksheet/reading/use-reading.ts';
import { showRun } from '../write/shown-run.ts';
import { showPart } from '../write/write-part.ts';
import { goTo } from './screen-address.ts';

function forgetProject(client: QueryClient): void {
  forgetAnswers(client);
  resetReviewView();
  resetMatchingView();
  closeBulkView();
  forgetDrafts();
  forgetNextChoice();
  forgetReading();
  showRun(null);
  showPart('links');
  closePane();
  goTo('sources');
}

/** Forgets everything that belongs to a project when its screens are left, so that the next one never shows it. */
export function useForgetProjectOnLeaving(): void {
  const client = useQueryClient();
  useEffect(() => () => forgetProject(client), [client]);
}
