import { z } from 'zod';
import type { OtherName } from '#shared/other-names.ts';
import { TextField } from '../service/text.ts';
import { CustomerIdField } from './customer-record.ts';

const NameRow = z.looseObject({
  Id: CustomerIdField,
  DisplayName: TextField,
  Title: TextField,
  GivenName: TextField,
  MiddleName: TextField,
  FamilyName: TextField,
  Suffix: TextField,
  Active: z.boolean().optional(),
});

/**
 * A name of ours from an element of QueryResponse.Vendor or QueryResponse.Employee. Where there is no display name it is
 * put together as QuickBooks does it.
 * See https://developer.intuit.com/app/developer/qbo/docs/api/accounting/all-entities/employee
 */
export const NameSchema: z.ZodType<OtherName> = NameRow.transform(
  ({ Id, DisplayName, Title, GivenName, MiddleName, FamilyName, Suffix, Active }): OtherName => ({
    id: Id,
    displayName:
      DisplayName ||
      [Title, GivenName, MiddleName, FamilyName, Suffix].filter((part) => part !== '').join(' '),
    active: Active ?? true,
  }),
);
