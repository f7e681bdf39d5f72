import { checkbox, idField, text } from './field.ts';
import type { ObjectType } from './object-type.ts';

/** The record types of the practice organisation; only read. */
export const recordType: ObjectType = {
  name: 'RecordType',
  label: 'Record Type',
  labelPlural: 'Record Types',
  keyPrefix: '012',
  writable: false,
  fields: [
    idField('Record Type ID'),
    text('Name', 'Name', 80, 'string', { nillable: false, nameField: true }),
    text('DeveloperName', 'Record Type Name', 80, 'string', { nillable: false }),
    text('SobjectType', 'Object Type Name', 40, 'string', { nillable: false }),
    checkbox('IsActive', 'Active'),
  ],
};
