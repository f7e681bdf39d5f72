import type { z } from 'zod';
import type { OtherName } from '#shared/other-names.ts';
import type { Customer } from '#shared/records.ts';
import { CustomerSchema } from './customer-record.ts';
import type { Callback, Criterion, QuickBooksApi } from './library.ts';
import { NameSchema } from './name-record.ts';

/** One of a company's lists, and how it is asked for. `what` names its records to the person. */
export interface List<T> {
  readonly what: string;
  readonly entity: 'Customer' | 'Vendor' | 'Employee';
  readonly schema: z.ZodType<T>;
  find(api: QuickBooksApi, criteria: string | readonly Criterion[], done: Callback): void;
}

export const customerList: List<Customer> = {
  what: 'customers',
  entity: 'Customer',
  schema: CustomerSchema,
  find: (api, criteria, done) => api.findCustomers(criteria, done),
};

export const vendorList: List<OtherName> = {
  what: 'vendors',
  entity: 'Vendor',
  schema: NameSchema,
  find: (api, criteria, done) => api.findVendors(criteria, done),
};

export const employeeList: List<OtherName> = {
  what: 'employees',
  entity: 'Employee',
  schema: NameSchema,
  find: (api, criteria, done) => api.findEmployees(criteria, done),
};
