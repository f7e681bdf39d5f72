import type { RecordPages } from '#app/worksheet/index.ts';
import { accountPage, customerPage } from '#shared/record-pages.ts';
import type { Session } from './session.ts';

/** The pages of the open project's records at the services; none for records of a file, or without a connection. */
export function recordPages(session: Session): RecordPages {
  const { records } = session.open.project;
  const isFromSalesforce = records.info('salesforce')?.origin.kind === 'service';
  const connection = session.connections.info('salesforce');
  const books = records.info('quickbooks')?.origin;
  return {
    account: (id) =>
      isFromSalesforce && connection.kind === 'connected' ? accountPage(connection.address, id) : null,
    customer: (id) => (books?.kind === 'service' ? customerPage(books, id) : null),
  };
}
