import type { ServiceOrigin } from './datasets.ts';
import type { AccountId, CustomerId } from './ids.ts';

const salesforceOrigin = String.raw`https://[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:salesforce\.com|force\.com|salesforce\.mil)`;
const salesforceId = '[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?';
const number = String.raw`\d{1,20}`;

const quickbooksHosts = { production: 'qbo.intuit.com', sandbox: 'sandbox.qbo.intuit.com' } as const;

const atSalesforce = new RegExp(`^(${salesforceOrigin})(?:/|$)`);
const isSalesforceId = new RegExp(`^${salesforceId}$`);
const isNumber = new RegExp(`^${number}$`);
const accountPages = new RegExp(`^${salesforceOrigin}/lightning/r/Account/${salesforceId}/view$`);
const customerPages = new RegExp(
  String.raw`^https://(?:sandbox\.)?qbo\.intuit\.com/login\?deeplinkcompanyid=${number}&pagereq=customerdetail%3FnameId%3D${number}$`,
);

/**
 * The page of an account in Salesforce; `address` is that of the connection. null where that is no organisation of
 * Salesforce, as the practice company's, or the id is none of Salesforce's, as one from a file.
 */
export function accountPage(address: string, id: AccountId): string | null {
  const [, origin] = address.match(atSalesforce) ?? [];
  return origin === undefined || !isSalesforceId.test(id) ? null : `${origin}/lightning/r/Account/${id}/view`;
}

/**
 * The page of a customer in QuickBooks, by way of its sign-in, which is the one form that keeps both the company and the
 * customer: ids are small numbers, so that in another company the same address shows somebody else. null for what is no
 * company of QuickBooks.
 */
export function customerPage(
  { environment, organisationId }: Pick<ServiceOrigin, 'environment' | 'organisationId'>,
  id: CustomerId,
): string | null {
  if (environment === 'practice' || !isNumber.test(organisationId) || !isNumber.test(id)) return null;
  const page = encodeURIComponent(`customerdetail?nameId=${id}`);
  return `https://${quickbooksHosts[environment]}/login?deeplinkcompanyid=${organisationId}&pagereq=${page}`;
}

/** Whether an address is the page of a record as the functions above give it; the desktop door opens no other. */
export function isRecordPage(address: string): boolean {
  return accountPages.test(address) || customerPages.test(address);
}
