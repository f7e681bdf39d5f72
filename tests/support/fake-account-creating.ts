import type {
  AccountCarrying,
  AccountToCreate,
  CreateOutcome,
  CurrentCustomer,
  QuickBooksClient,
  SalesforceClient,
} from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { Account, Customer } from '#shared/records.ts';
import type { Fault } from './fake-services.ts';
import { accountId, anAccount } from './records.ts';

const lost = () =>
  new AppError('service-unreachable', { service: 'Salesforce', address: 'test', detail: 'reset' });

/** What Salesforce says of an account that it does not create. */
export function refusedWith(code: string, transient = false): CreateOutcome {
  return {
    kind: 'failed',
    code,
    serviceMessage: `Salesforce: ${code}`,
    message: `Refused: ${code}`,
    transient,
  };
}

/** Both services in memory, of which Salesforce creates accounts; they fail as they are told, call by call. */
export class FakeAccountCreating
  implements
    Pick<SalesforceClient, 'createAccounts' | 'readCarriers' | 'readNamesakes' | 'readAccounts'>,
    Pick<QuickBooksClient, 'readCustomers'>
{
  readonly accounts = new Map<AccountId, Account>();
  readonly createdAt = new Map<AccountId, string>();
  readonly customers = new Map<CustomerId, CurrentCustomer>();
  /** What goes wrong with the next calls that create. */
  readonly faults: Fault[] = [];
  /** What becomes of an account of this name in place of being created, each once. */
  readonly refusals = new Map<string, CreateOutcome[]>();
  readonly calls: { readonly names: string[]; readonly overrules: boolean }[] = [];
  /** Whether no two accounts may carry one id. */
  isIdUnique = false;
  /** How many outcomes an answer holds at the most. */
  mostOutcomes = Number.POSITIVE_INFINITY;
  /** Called right before and right after accounts are created; may throw to play the death of the program. */
  onCommit: () => void = () => undefined;
  readonly #at: Date;
  #nextId = 500;

  constructor(customers: readonly Customer[], at: Date) {
    for (const { id, displayName, syncToken, active } of customers) {
      this.customers.set(id, { displayName, syncToken, active });
    }
    this.#at = at;
  }

  async createAccounts(accounts: readonly AccountToCreate[], overrules: boolean): Promise<CreateOutcome[]> {
    this.calls.push({ names: accounts.map(({ fields }) => fields.Name ?? ''), overrules });
    const fault = this.faults.shift() ?? 'none';
    if (fault === 'lost-before') throw lost();
    if (fault === 'session') throw new AppError('service-session', { service: 'Salesforce' });
    if (fault === 'refused-connection') throw new AppError('service-unreachable', { sent: 'no' });
    this.onCommit();
    const outcomes = accounts.map((account) => this.#create(account));
    this.onCommit();
    if (fault === 'lost-after') throw lost();
    return outcomes.slice(0, this.mostOutcomes);
  }

  /** Puts an account into Salesforce, as its own screen would. */
  add(name: string, customerId: string, at: Date = this.#at): Account {
    this.#nextId += 1;
    const account = anAccount(this.#nextId, { name, linkedCustomerId: customerId, syncToken: '0' });
    this.accounts.set(account.id, account);
    this.createdAt.set(account.id, at.toISOString());
    return account;
  }

  carrying(customerId: string): Account[] {
    return [...this.accounts.values()].filter((account) => account.linkedCustomerId === customerId);
  }

  async readCarriers(ids: readonly CustomerId[]): Promise<AccountCarrying[]> {
    return ids.flatMap((customerId) =>
      this.carrying(customerId).map(({ id, name }) => ({
        accountId: id,
        name,
        createdAt: this.createdAt.get(id) ?? '',
        customerId,
      })),
    );
  }

  async readNamesakes(names: readonly string[]): Promise<AccountCarrying[]> {
    return [...this.accounts.values()]
      .filter(({ name }) => names.includes(name))
      .map(({ id, name, linkedCustomerId }) => ({
        accountId: id,
        name,
        createdAt: this.createdAt.get(id) ?? '',
        customerId: linkedCustomerId,
      }));
  }

  async readAccounts(ids: readonly AccountId[]): Promise<Map<AccountId, Account>> {
    return new Map(
      ids.flatMap((id) => {
        const account = this.accounts.get(id);
        return account === undefined ? [] : [[id, account] as const];
      }),
    );
  }

  async readCustomers(ids: readonly CustomerId[]): Promise<Map<CustomerId, CurrentCustomer>> {
    return new Map(
      ids.flatMap((id) => {
        const customer = this.customers.get(id);
        return customer === undefined ? [] : [[id, customer] as const];
      }),
    );
  }

  #create({ fields, link }: AccountToCreate): CreateOutcome {
    const name = fields.Name ?? '';
    const refusal = this.refusals.get(name)?.shift();
    if (refusal !== undefined) return refusal;
    if (this.isIdUnique && this.carrying(link.customerId).length > 0) return refusedWith('DUPLICATE_VALUE');
    return { kind: 'created', accountId: this.add(name, link.customerId).id };
  }
}

/** The id that the first created account gets. */
export const firstMade = accountId(501);
