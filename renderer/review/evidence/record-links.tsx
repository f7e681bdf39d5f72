import { ExternalLink } from 'lucide-react';
import type { Side } from '#shared/datasets.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import { accountPage, customerPage } from '#shared/record-pages.ts';
import { useOverview } from '../../door/queries.ts';
import { sideWords } from '../../format/words.ts';
import styles from './record-links.module.css';

/** The way to an account's page in Salesforce; nothing where there is none, as in the practice company. */
export function AccountLink({ id }: { readonly id: AccountId }) {
  const connection = useOverview().data?.connections.salesforce;
  const page = connection?.kind === 'connected' ? accountPage(connection.address, id) : null;
  return <PageLink side="salesforce" page={page} />;
}

/** The way to a customer's page in QuickBooks; nothing where there is none, as for customers from a file. */
export function CustomerLink({ id }: { readonly id: CustomerId }) {
  const origin = useOverview().data?.datasets.quickbooks?.origin;
  return <PageLink side="quickbooks" page={origin?.kind === 'service' ? customerPage(origin, id) : null} />;
}

function PageLink({ side, page }: { readonly side: Side; readonly page: string | null }) {
  if (page === null) return null;
  const words = `Open in ${sideWords[side]}`;
  return (
    <a
      href={page}
      target="_blank"
      rel="noopener noreferrer"
      className={styles.link}
      title={words}
      aria-label={words}
    >
      <ExternalLink size={14} aria-hidden="true" />
    </a>
  );
}
