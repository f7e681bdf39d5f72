import type { AppCommand } from './command.ts';

/** Done by the table of customers itself, which knows its active row, so that the palette does not offer it. */
const ofCustomers = (parts: Pick<AppCommand, 'id' | 'name'> & Partial<AppCommand>): AppCommand => ({
  group: 'Customers without match',
  where: 'customer',
  keyOnly: true,
  run() {},
  ...parts,
});

/** What the keys do among the customers without an account, where that is something else than among the accounts. */
export const customerCommands: readonly AppCommand[] = [
  ofCustomers({
    id: 'customer.create-new',
    name: 'Create an account of the customer',
    like: 'review.create-new',
  }),
  ofCustomers({ id: 'customer.skip', name: 'Skip the customer', like: 'review.skip' }),
  ofCustomers({ id: 'customer.ignore', name: 'Ignore the customer', keys: ['i'] }),
  ofCustomers({ id: 'customer.search', name: 'Find its account…', like: 'review.search' }),
];
