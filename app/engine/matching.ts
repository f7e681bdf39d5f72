import { type MatchResult, matchInWorker } from '#app/match/index.ts';
import { type Hooks, loadColumnMap } from '#app/sources/index.ts';
import { writeProposalsCsv } from '#app/worksheet/index.ts';
import type { MatchSummary } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { Account, Customer } from '#shared/records.ts';
import type { Handlers, Of } from './handlers.ts';
import { matchFiles } from './match-files/index.ts';
import type { Session } from './session.ts';
import { teachingHandlers } from './teaching.ts';

/** Finding pairs: in a project, or from two files to a third. */
export function matchHandlers(session: Session): Handlers<Of<'match'>> {
  return {
    'match.run': () =>
      session.operations.run('match', async (hooks) => {
        const { project, review } = session.writable;
        for (const [side, what] of [
          ['salesforce', 'The accounts'],
          ['quickbooks', 'The customers'],
        ] as const) {
          if (project.records.info(side) === null) throw new AppError('match-no-data', { missing: what });
        }
        hooks.progress('Reading the project', 0, null);
        const result = await find(project.records.accounts(), project.records.customers(), hooks);
        project.proposals.replace(result.proposals, result.model, session.now());
        review.refresh();
        session.emit({ name: 'changed', payload: { what: 'proposals' } });
        return { ...summaryOf(result), lesson: result.lesson, changed: { proposals: 0, gone: 0 } };
      }),

    ...teachingHandlers(session),

    'match.save': ({ path }) =>
      session.operations.run('match', async (hooks) => {
        const { project } = session.open;
        const rows = await writeProposalsCsv(
          path,
          {
            accounts: project.records.accounts(),
            customers: project.records.customers(),
            proposals: [...project.proposals.all().values()],
          },
          hooks,
        );
        return { path, rows };
      }),

    'match.files': ({ accounts, customers, contacts, map: mapPath, out }) =>
      session.operations.run('match', async (hooks) => {
        const map = mapPath === null ? null : await loadColumnMap(mapPath);
        const matched = await matchFiles({ accounts, customers, contacts, map, out }, hooks);
        return { path: out, ...matched };
      }),
  };
}

function find(accounts: Account[], customers: Customer[], hooks: Hooks): Promise<MatchResult> {
  return matchInWorker({ accounts, customers }, hooks);
}

function summaryOf({ proposals, milliseconds }: MatchResult): MatchSummary {
  const bands = { certain: 0, likely: 0, possible: 0 };
  let conflicts = 0;
  let withoutCandidate = 0;
  for (const { state, candidates } of proposals) {
    const band = candidates[0]?.band ?? null;
    if (state === 'conflict') conflicts += 1;
    else if (state === 'no-candidate' || band === null) withoutCandidate += 1;
    else bands[band] += 1;
  }
  const suggested = bands.certain + bands.likely + bands.possible;
  return { proposals: suggested, bands, conflicts, withoutCandidate, milliseconds };
}
