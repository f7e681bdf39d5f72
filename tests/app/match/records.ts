import { AccountId, CustomerId } from '#shared/ids.ts';
import {
  type Account,
  type Address,
  bareAccount,
  bareCustomer,
  type Customer,
  noAddress,
} from '#shared/records.ts';

/** An account with these fields, the rest blank. */
export function account(id: string, fields: Partial<Account>): Account {
  return { ...bareAccount(AccountId.parse(id), ''), ...fields };
}

/** A customer with these fields, the rest blank. */
export function customer(id: string, fields: Partial<Customer>): Customer {
  return { ...bareCustomer(CustomerId.parse(id), fields.displayName ?? ''), ...fields };
}

/** An address with these parts, the rest blank. */
export function address(parts: Partial<Address>): Address {
  return { ...noAddress, ...parts };
}
