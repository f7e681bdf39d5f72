import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createProject, type Project } from '#app/project/index.ts';
import { allAccounts } from '#shared/account-choice.ts';
import type { ServiceOrigin } from '#shared/datasets.ts';
import type { Proposal } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import { temporaryFolder } from './folder.ts';

export const anOrganisation: ServiceOrigin = {
  kind: 'service',
  organisationId: '00D000000000001AAA',
  organisationName: 'Test organisation',
  environment: 'sandbox',
  choice: allAccounts,
};

export const aTime = new Date('2026-02-03T04:05:06.000Z');

/** A project in a folder of its own with these records and proposals; closed when the test ends. */
export function aProject(content: {
  accounts?: readonly Account[];
  customers?: readonly Customer[];
  proposals?: readonly Proposal[];
}): Project {
  const project = createProject(join(temporaryFolder(), 'test.counterpart'));
  onTestFinished(() => project.close());
  const common = { origin: anOrganisation, exportedAt: aTime, problems: [] };
  project.records.replace(
    { ...common, records: content.accounts ?? [] },
    { ...common, records: content.customers ?? [] },
  );
  project.proposals.replace(content.proposals ?? [], { model: null, at: aTime });
  return project;
}
