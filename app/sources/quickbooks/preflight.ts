import type { Finding, SidePreflight } from '#shared/preflight.ts';
import { finding, lookedAt } from '../service/findings.ts';
import { identifyCompany } from './identify.ts';
import { customerList, employeeList, vendorList } from './list.ts';
import { countAll } from './query.ts';
import type { QuickBooksSession } from './session.ts';

/** Those who share one space of display names with customers. */
const nameSharers = [vendorList, employeeList];

/**
 * What a person should know of a company before exporting from it: which company it is, its customers, and whether the
 * names of vendors and employees can be read, which no new customer may bear.
 * Errors: `cancelled`.
 */
export async function preflightQuickBooks(
  session: QuickBooksSession,
  signal: AbortSignal,
): Promise<SidePreflight> {
  let environment: SidePreflight['environment'] = null;
  const identity = await lookedAt('identity', 'stop', async () => {
    const company = await identifyCompany(session, signal);
    environment = company.environment;
    const kind = { production: 'production', sandbox: 'a sandbox', practice: 'the practice company' };
    const title = `Connected to ${company.organisationName} (${kind[company.environment]})`;
    return [finding('identity', 'know', title, `Company id ${company.organisationId}.`)];
  });
  if (environment === null) return { environment, findings: identity };
  const others = await Promise.all([
    lookedAt('customers', 'stop', async () => {
      const customers = await countAll(session, customerList, signal);
      return [
        customers === 0
          ? finding('customers', 'look', 'The company has no customers', 'Is this the company you mean?')
          : finding(
              'customers',
              'good',
              `${customers.toLocaleString('en')} customers can be read`,
              'Inactive ones are read, too.',
            ),
      ];
    }),
    ...nameSharers.map((list) =>
      lookedAt(list.what, 'look', async () => [
        nameFinding(list.what, await countAll(session, list, signal)),
      ]),
    ),
  ]);
  return { environment, findings: [...identity, ...others.flat()] };
}

function nameFinding(what: string, count: number): Finding {
  return finding(
    what,
    'good',
    `The names of ${count.toLocaleString('en')} ${what} can be read`,
    'A new customer may not bear one of them.',
  );
}
