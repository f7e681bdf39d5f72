import { registrable } from './domain.ts';
import { isFreeDomain } from './free-domains.ts';

/**
 * An e-mail address ready to compare: in lower case, without a "+tag", and at Gmail without dots, which are nothing there.
 * `domain` is the registrable domain (mail.acme.co.uk gives acme.co.uk); `free` says that anyone can have an address
 * there, `role` that the mailbox is an office and no person (info@, billing@).
 */
export interface NormalEmail {
  readonly address: string;
  readonly mailbox: string;
  readonly domain: string;
  readonly free: boolean;
  readonly role: boolean;
}

const rolesOfTwoWords =
  `accounts payable|accounts receivable|account payable|customer service|customer care|customer support
office manager|front desk|help desk|admin office|no reply|do not reply|contact us`.split(/[|\n]/);

/** Mailboxes that many organisations have; RFC 2142 names some, the rest is common use. */
const roleMailboxes: ReadonlySet<string> = new Set([
  ...`abuse accounting accounts accountspayable accountsreceivable admin administration administrator adminoffice ap ar
  billing bookkeeper bookkeeping bookings careers catering clerk compras contabilidad contact contactus contacto
  customercare customerservice customersupport dispatch donotreply ecommerce email enquiries enquiry estimating events
  facturacion feedback finance frontdesk general hello help helpdesk hr hostmaster inbox info information inquiries
  inquiry invoice invoices invoicing it jobs kontakt legal mail mailbox main maintenance management manager marketing
  me media news noreply office officemanager operations order orders owner parts payable payables payments payroll post
  postmaster press purchasing receivables reception receptionist rechnung remittance reservations root sales school
  secretary service services shipping shop store support team treasurer ventas warehouse web webmaster`.split(
    /\s+/,
  ),
  ...['', '.', '-', '_'].flatMap((between) => rolesOfTwoWords.map((words) => words.replaceAll(' ', between))),
]);

const longestField = 1000;
const betweenAddresses = /[\s;,|/<>()[\]"']+|mailto:/;
const plainAddress = /^[a-z0-9._-]+@[a-z0-9.-]+[a-z0-9]$/;

function normalEmail(part: string): NormalEmail | null {
  const at = part.lastIndexOf('@');
  const tag = part.indexOf('+');
  const mailbox = part.slice(0, tag > 0 && tag < at ? tag : at);
  let end = part.length;
  while (part.charAt(end - 1) === '.') end -= 1;
  const host = part.slice(at + 1, end);
  if (at < 1 || host === '' || host === '.') return null;
  const domain = registrable(host)?.domain ?? host;
  if (domain === 'gmail.com' || domain === 'googlemail.com') {
    const name = mailbox.includes('.') ? mailbox.replaceAll('.', '') || mailbox : mailbox;
    return { address: `${name}@gmail.com`, mailbox: name, domain: 'gmail.com', free: true, role: false };
  }
  return {
    address: mailbox.length + 1 + host.length === part.length ? part : `${mailbox}@${host}`,
    mailbox,
    domain,
    free: isFreeDomain(domain) || (host !== domain && isFreeDomain(host)),
    role: roleMailboxes.has(mailbox),
  };
}

/** The addresses in a field, which may hold several with names around them. What has no `@` is left out. */
export function normalEmails(field: string): NormalEmail[] {
  if (!field.includes('@')) return [];
  const text = field.slice(0, longestField).toLowerCase();
  const found: NormalEmail[] = [];
  for (const part of plainAddress.test(text) ? [text] : text.split(betweenAddresses)) {
    const email = part.includes('@') ? normalEmail(part) : null;
    if (email !== null) found.push(email);
  }
  return found;
}
