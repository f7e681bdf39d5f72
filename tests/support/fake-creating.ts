import type { QuickBooksClient } from '#app/sources/index.ts';
import type { NewCustomer } from '#shared/creating.ts';
import { AppError } from '#shared/errors.ts';
import type { Account, Customer } from '#shared/records.ts';
import { FakeServices, type Fault } from './fake-services.ts';
import { aCustomer } from './records.ts';

const lost = () =>
  new AppError('service-unreachable', { service: 'QuickBooks', address: 'test', detail: 'reset' });

/** QuickBooks' answer to a name that somebody has. */
export const duplicateName = () =>
  new AppError('service-refused', { service: 'QuickBooks', detail: 'Duplicate (6240)', serviceCode: '6240' });

/** Both services in memory, of which QuickBooks creates customers, too: by their names, and by request ids for a while. */
export class FakeCreating
  extends FakeServices
  implements Pick<QuickBooksClient, 'createCustomer' | 'customersNamed' | 'readCustomers'>
{
  readonly created: Customer[] = [];
  readonly answered = new Map<string, Customer>();
  readonly creationFaults: Fault[] = [];
  /** The moment at which QuickBooks says that it created a customer. */
  readonly #at: Date;
  #nextId = 1_000;

  constructor(accounts: readonly Account[], at: Date) {
    super(accounts, []);
    this.#at = at;
  }

  async createCustomer(fields: NewCustomer, requestId: string): Promise<Customer> {
    const fault = this.creationFaults.shift() ?? 'none';
    if (fault === 'lost-before') throw lost();
    if (fault === 'session') throw new AppError('service-session', { service: 'QuickBooks' });
    if (fault === 'refused-connection') throw new AppError('service-unreachable', { sent: 'no' });
    const before = this.answered.get(requestId);
    if (before !== undefined) return before;
    if (this.created.some(({ displayName }) => displayName === fields.displayName)) throw duplicateName();
    this.onCommit();
    const customer = this.add(fields);
    this.answered.set(requestId, customer);
    this.onCommit();
    if (fault === 'lost-after') throw lost();
    return customer;
  }

  /** Puts a customer into QuickBooks, as its own screen would. */
  add(fields: NewCustomer): Customer {
    this.#nextId += 1;
    const { displayName, companyName, printOnCheckName, phone, email, resaleNumber } = fields;
    const customer = aCustomer(this.#nextId, {
      displayName,
      companyName,
      printOnCheckName,
      phone,
      email,
      resaleNumber,
      createdAt: this.#at.toISOString(),
    });
    this.created.push(customer);
    this.customers.set(customer.id, { displayName, syncToken: '0', active: true });
    return customer;
  }

  async customersNamed(names: readonly string[]): Promise<Customer[]> {
    return this.created.filter(({ displayName }) => names.includes(displayName));
  }
}
