import { z } from 'zod';
import { allAccounts } from '#shared/account-choice.ts';
import type { ServiceOrigin } from '#shared/datasets.ts';
import type { QuickBooksSession } from './session.ts';

const Company = z.looseObject({ CompanyInfo: z.looseObject({ CompanyName: z.string() }) });

/**
 * Which company answers: its realm id, name and kind, which the address tells.
 * See https://developer.intuit.com/app/developer/qbo/docs/api/accounting/all-entities/companyinfo
 */
export async function identifyCompany(
  session: QuickBooksSession,
  signal: AbortSignal,
): Promise<ServiceOrigin> {
  const { CompanyInfo } = await session.read(Company, signal, (api, done) =>
    api.getCompanyInfo(session.realmId, done),
  );
  // Loaded here and not at the start: the practice company brings its servers along.
  const { isPractice } = await import('#app/practice/index.ts');
  const kind = new URL(session.service.address).hostname.startsWith('sandbox-') ? 'sandbox' : 'production';
  return {
    kind: 'service',
    organisationId: session.realmId,
    organisationName: CompanyInfo.CompanyName,
    environment: isPractice(session.realmId) ? 'practice' : kind,
    choice: allAccounts,
  };
}
