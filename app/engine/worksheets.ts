import { writeWorksheet } from '#app/worksheet/index.ts';
import type { Handlers, Of } from './handlers.ts';
import { readingHandlers } from './reading-worksheets.ts';
import { savePath } from './save-path.ts';
import { saveLinks } from './saving-links.ts';
import type { Session } from './session.ts';
import { saveSignOff, signOffSummary } from './sign-off/index.ts';
import { worksheetData } from './worksheet/worksheet-data.ts';

/** The Excel worksheet of a project, and what else it gives out. */
export function worksheetHandlers(session: Session): Handlers<Of<'worksheet'>> {
  return {
    ...readingHandlers(session),
    'worksheet.save': ({ path }) =>
      session.operations.run('worksheet', async (hooks) => {
        const target = savePath(session, path, '', '.xlsx');
        const data = await worksheetData(session, session.open.review.snapshot().rows());
        return { path: target, ...(await writeWorksheet(target, data, hooks)) };
      }),

    'worksheet.saveLinks': ({ what, path }) => saveLinks(session, what, path),
    'worksheet.summary': () => signOffSummary(session),
    'worksheet.saveSignOff': ({ path }) => saveSignOff(session, path),
  };
}
