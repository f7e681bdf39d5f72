import { checkbox, idField, picklist, text } from './field.ts';
import type { ObjectType } from './object-type.ts';

/** The organisation's own record; exactly one, only read. */
export const organization: ObjectType = {
  name: 'Organization',
  label: 'Organization',
  labelPlural: 'Organizations',
  keyPrefix: '00D',
  writable: false,
  fields: [
    idField('Organization ID'),
    text('Name', 'Name', 80, 'string', { nillable: false, nameField: true }),
    text('Country', 'Country', 80),
    text('LanguageLocaleKey', 'Language', 40),
    text('TimeZoneSidKey', 'Time Zone', 40),
    picklist('OrganizationType', 'Edition', ['Enterprise Edition', 'Developer Edition']),
    text('NamespacePrefix', 'Namespace Prefix', 15),
    text('InstanceName', 'Instance Name', 5),
    checkbox('IsSandbox', 'Is Sandbox'),
  ],
};
