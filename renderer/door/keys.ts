import type { AccountChoice } from '#shared/account-choice.ts';

/** The names under which answers are kept. One place, so that what changes and what is shown cannot drift apart. */
export const keys = {
  info: ['app.info'],
  overview: ['app.overview'],
  preferences: ['preferences.all'],
  recent: ['project.recent'],
  connections: ['connections.settings'],
  rows: ['review.rows'],
  details: ['review.detail'],
  detail: (accountId: string) => ['review.detail', accountId],
  history: ['review.history'],
  searches: ['review.search'],
  search: (accountId: string, query: string) => ['review.search', accountId, query],
  settings: ['match.settings'],
  preflights: ['sources.preflight'],
  preflight: (project: string, salesforce: string, quickbooks: string) => [
    'sources.preflight',
    project,
    salesforce,
    quickbooks,
  ],
  drift: (at: string, side: string, kind: string) => ['drift.found', at, side, kind],
  choices: ['sources.choices'],
  checkedChoices: ['sources.checkChoice'],
  checkedChoice: (choice: AccountChoice | null) => ['sources.checkChoice', choice],
  troubles: ['practice.troubles'],
  plan: ['write.plan'],
  runs: ['runs.list'],
  journals: ['runs.journal'],
  journal: (runId: number) => ['runs.journal', runId],
} as const;
