import { expect, test } from 'vitest';
import { linksOf, runLinks, writingLinks } from '#app/write/index.ts';
import { atOnce } from '#shared/steps.ts';
import { FakeServices } from '../../support/fake-services.ts';
import { anOrganisation, aProject, aTime } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount } from '../../support/records.ts';

test.each([
  ['another customer of the run', '1', ['refused', 'refused']],
  ['the same customer', '2', ['done', 'refused']],
])('refuses an account that somebody links to %s while it is read again', async (_which, id, states) => {
  const accounts = [anAccount(1), anAccount(2)];
  const customers = [aCustomer(1), aCustomer(2)];
  const project = aProject({ accounts, customers });
  const services = new FakeServices(accounts, customers);
  const pairs = accounts.map((account, i) => {
    const customer = customers[i] ?? aCustomer(0);
    const target = { customerId: customer.id, syncToken: customer.syncToken };
    return { account, customer, decisionSeq: i + 1, target };
  });
  const run = project.journal.begin(atOnce(linksOf(pairs)), anOrganisation, 'tester', aTime);
  const readHolders = services.readHolders.bind(services);
  services.readHolders = async (ids) => {
    // The accounts themselves have been read by now.
    services.touch(accountId(2), id);
    return await readHolders(ids);
  };
  const kind = writingLinks({
    salesforce: services,
    quickbooks: services,
    severalAccounts: false,
    isInForce: () => true,
  });
  const ports = {
    salesforce: services,
    journal: project.journal,
    now: () => aTime,
    onWritten: () => undefined,
  };
  await runLinks(run, kind, ports, { signal: new AbortController().signal, progress: () => undefined });
  expect(services.links.get(accountId(2))?.link.customerId).toBe(id);
  expect(project.journal.entries(run).map(({ state }) => state)).toEqual(states);
});
