/** The names under which answers are kept. One place, so that what changes and what is shown cannot drift apart. */
export const keys = {
  info: ['app.info'],
  overview: ['app.overview'],
  recent: ['project.recent'],
  connections: ['connections.settings'],
  rows: ['review.rows'],
  details: ['review.detail'],
  detail: (accountId: string) => ['review.detail', accountId],
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
  plan: ['write.plan'],
  runs: ['runs.list'],
  journals: ['runs.journal'],
  journal: (runId: number) => ['runs.journal', runId],
} as const;
