import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { forgetNextChoice } from '../choosing/next-choice.ts';
import { showPart } from '../creating/write-part.ts';
import { forgetAnswers } from '../door/forget-answers.ts';
import { resetMatchingView } from '../matching/view.ts';
import { closeBulkView } from '../review/bulk/view.ts';
import { forgetDrafts } from '../review/evidence/comment-draft.ts';
import { resetReviewView } from '../review/view.ts';
import { showRun } from '../write/shown-run.ts';
import { goTo } from './screens.ts';

function forgetProject(client: QueryClient): void {
  forgetAnswers(client);
  resetReviewView();
  resetMatchingView();
  closeBulkView();
  forgetDrafts();
  forgetNextChoice();
  showRun(null);
  showPart('links');
  goTo('sources');
}

/** Forgets everything that belongs to a project when its screens are left, so that the next one never shows it. */
export function useForgetProjectOnLeaving(): void {
  const client = useQueryClient();
  useEffect(() => () => forgetProject(client), [client]);
}
