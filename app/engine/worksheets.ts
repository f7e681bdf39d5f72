import { join } from 'node:path';
import { writeWorksheet } from '#app/worksheet/index.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { Handlers, Of } from './handlers.ts';
import { readingHandlers } from './reading-worksheets.ts';
import type { Session } from './session.ts';

/** The Excel worksheet of a project. */
export function worksheetHandlers(session: Session): Handlers<Of<'worksheet'>> {
  return {
    ...readingHandlers(session),
    'worksheet.save': ({ path }) =>
      session.operations.run('worksheet', async (hooks) => {
        const { project, review } = session.open;
        const { accounts, customers } = review.ledger;
        const target =
          path ?? join(session.options.home.projects, worksheetName(project.name, session.now()));
        const rows = review.rows();
        const shown = new Set<CustomerId>();
        for (const { customerId } of rows) if (customerId !== null) shown.add(customerId);
        const counts = await writeWorksheet(
          target,
          {
            projectName: project.name,
            createdAt: session.now(),
            salesforceName: nameOf(project.records.info('salesforce')),
            quickbooksName: nameOf(project.records.info('quickbooks')),
            rows: rows.flatMap((row) => {
              const account = accounts.get(row.accountId);
              if (account === undefined) return [];
              const customer = row.customerId === null ? null : (customers.get(row.customerId) ?? null);
              return [{ row, account, customer }];
            }),
            customersWithoutMatch: [...customers.values()].filter(({ id }) => !shown.has(id)),
            marking: {
              project: project.id,
              basis: review.ledger.revision,
              commentsOf: (id) => project.comments.of(id),
              stateOf: (id) => review.stateOf(id),
            },
          },
          hooks,
        );
        return { path: target, ...counts };
      }),
  };
}

function worksheetName(project: string, at: Date): string {
  return `${project} ${at.toISOString().slice(0, 10)}.xlsx`;
}

function nameOf(info: ReturnType<Session['open']['project']['records']['info']>): string {
  if (info === null) return '';
  return info.origin.kind === 'service' ? info.origin.organisationName : info.origin.fileName;
}
