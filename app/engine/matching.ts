import { loadColumnMap } from '#app/sources/index.ts';
import { writeProposalsCsv } from '#app/worksheet/index.ts';
import type { Handlers, Of } from './handlers.ts';
import { matchFiles } from './match-files/index.ts';
import { savePath } from './save-path.ts';
import type { Session } from './session.ts';
import { teachingHandlers } from './teaching.ts';

/** Finding pairs: in a project, or from two files to a third. */
export function matchHandlers(session: Session): Handlers<Of<'match'>> {
  return {
    'match.run': () =>
      session.operations.run('match', async (hooks) => {
        const { matchProject } = await import('./match-project/index.ts');
        return await matchProject(session, hooks);
      }),

    ...teachingHandlers(session),

    'match.save': ({ path: asked }) =>
      session.operations.run('save', async (hooks) => {
        const path = savePath(session, asked, 'proposals', '.csv');
        const { accounts, customers, proposals } = session.open.review.ledger;
        const rows = await writeProposalsCsv(
          path,
          { accounts, customers, proposals: [...proposals.values()] },
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
