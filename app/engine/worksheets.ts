import { join } from 'node:path';
import { writeWorksheet } from '#app/worksheet/index.ts';
import type { Handlers, Of } from './handlers.ts';
import { readingHandlers } from './reading-worksheets.ts';
import type { Session } from './session.ts';
import { worksheetData } from './worksheet/worksheet-data.ts';

/** The Excel worksheet of a project. */
export function worksheetHandlers(session: Session): Handlers<Of<'worksheet'>> {
  return {
    ...readingHandlers(session),
    'worksheet.save': ({ path }) =>
      session.operations.run('worksheet', async (hooks) => {
        const { project, review } = session.open;
        const target =
          path ?? join(session.options.home.projects, worksheetName(project.name, session.now()));
        const data = await worksheetData(session, review.rows());
        return { path: target, ...(await writeWorksheet(target, data, hooks)) };
      }),
  };
}

function worksheetName(project: string, at: Date): string {
  return `${project} ${at.toISOString().slice(0, 10)}.xlsx`;
}
