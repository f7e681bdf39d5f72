import { join } from 'node:path';
import { writeWorksheet } from '#app/worksheet/index.ts';
import type { Handlers, Of } from './handlers.ts';
import { saveLinks } from './saving-links.ts';
import type { Session } from './session.ts';
import { saveSignOff, signOffSummary } from './sign-off/index.ts';

/** The Excel worksheet of a project, and what else it gives out. */
export function worksheetHandlers(session: Session): Handlers<Of<'worksheet'>> {
  return {
    'worksheet.save': ({ path }) =>
      session.operations.run('worksheet', async (hooks) => {
        const { project, review } = session.open;
        const { accounts, customers } = review.ledger;
        const target =
          path ?? join(session.options.home.projects, worksheetName(project.name, session.now()));
        const now = review.snapshot();
        const shown = now.customers();
        const counts = await writeWorksheet(
          target,
          {
            projectName: project.name,
            createdAt: session.now(),
            salesforceName: nameOf(project.records.info('salesforce')),
            quickbooksName: nameOf(project.records.info('quickbooks')),
            rows: now.rows().flatMap((row) => {
              const account = accounts.get(row.accountId);
              if (account === undefined) return [];
              const customer = row.customerId === null ? null : (customers.get(row.customerId) ?? null);
              return [{ row, account, customer }];
            }),
            customersWithoutMatch: customers.values().filter(({ id }) => !shown.has(id)),
          },
          hooks,
        );
        return { path: target, ...counts };
      }),

    'worksheet.saveLinks': ({ what, path }) => saveLinks(session, what, path),
    'worksheet.summary': () => signOffSummary(session),
    'worksheet.saveSignOff': ({ path }) => saveSignOff(session, path),
  };
}

function worksheetName(project: string, at: Date): string {
  return `${project} ${at.toISOString().slice(0, 10)}.xlsx`;
}

function nameOf(info: ReturnType<Session['open']['project']['records']['info']>): string {
  if (info === null) return '';
  return info.origin.kind === 'service' ? info.origin.organisationName : info.origin.fileName;
}
