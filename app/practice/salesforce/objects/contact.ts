import { addressFields, idField, masterRecord, picklist, reference, systemFields, text } from './field.ts';
import type { ObjectType } from './object-type.ts';

/** The standard Contact, as far as a company's contacts are looked at. */
export const contact: ObjectType = {
  name: 'Contact',
  label: 'Contact',
  labelPlural: 'Contacts',
  keyPrefix: '003',
  writable: true,
  fields: [
    idField('Contact ID'),
    masterRecord('Contact'),
    reference('AccountId', 'Account ID', 'Account', 'Account'),
    text('LastName', 'Last Name', 80, 'string', { nillable: false }),
    text('FirstName', 'First Name', 40),
    picklist('Salutation', 'Salutation', ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.']),
    text('Name', 'Full Name', 121, 'string', { createable: false, updateable: false, nameField: true }),
    ...addressFields('Mailing'),
    text('Phone', 'Business Phone', 40, 'phone'),
    text('Fax', 'Business Fax', 40, 'phone'),
    text('MobilePhone', 'Mobile Phone', 40, 'phone'),
    text('Email', 'Email', 80, 'email'),
    text('Title', 'Title', 128),
    text('Department', 'Department', 80),
    reference('OwnerId', 'Owner ID', 'User', 'Owner', { nillable: false }),
    ...systemFields(),
  ],
};
