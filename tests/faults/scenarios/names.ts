import assert from 'node:assert/strict';
import { complete, exportUnder, pagesOf, stops } from '../export-under.ts';
import type { Scenario } from '../scenario.ts';

const vendors = { pathIncludes: 'from%20vendor' };
const vendorPage = { pathIncludes: pagesOf('vendor') };
const notRead =
  'The names of vendors could not be read, so it is not known which of them a new customer may not bear: Permission Denied Error: You do not have permission to access vendors (5020).';

/** What goes wrong while the names of vendors and employees are read. */
export const nameScenarios: readonly Scenario[] = [
  exportUnder({
    fault: 'QuickBooks: this user may not read vendors',
    outcome: `${complete} Told: “${notRead}”`,
    refused: 'Vendor',
    async arm(world) {
      const body = {
        Fault: {
          Error: [
            {
              Message: 'Permission Denied Error',
              Detail: 'You do not have permission to access vendors.',
              code: '5020',
            },
          ],
          type: 'ValidationFault',
        },
      };
      await world.arm('quickbooks', { match: vendors, fault: 'status', status: 403, body, times: 100 });
    },
    async after(world) {
      const { datasets, otherNames } = await world.call('app.overview', {});
      assert.deepEqual(datasets.quickbooks?.problems, [notRead]);
      assert.equal(otherNames.vendor, null);
      assert.notEqual(otherNames.employee, null);
      return `Told: “${notRead}”`;
    },
  }),
  exportUnder({
    fault: 'QuickBooks: the connection breaks again and again while vendors are read',
    outcome: `${stops('QuickBooks cannot be reached at its address: the connection was cut. Check the network, then try again. Nothing was lost.')} No page of customers is read again.`,
    arm: async (world) =>
      await world.arm('quickbooks', { match: vendorPage, fault: 'reset-before', times: 1_000 }),
    async repeated(world) {
      assert.deepEqual(await world.matched('quickbooks'), [0]);
      return 'No page of customers is read again.';
    },
  }),
  exportUnder({
    fault: 'QuickBooks: a vendor is added between two calls',
    outcome: complete,
    arm: async (world) =>
      await world.arm('quickbooks', {
        match: vendorPage,
        fault: 'meanwhile',
        changes: [{ kind: 'add', entity: 'Vendor', fields: { DisplayName: 'Came in between' } }],
      }),
  }),
];
