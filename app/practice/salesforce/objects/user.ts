import { checkbox, idField, text } from './field.ts';
import type { ObjectType } from './object-type.ts';

/** The users of the practice organisation; only read. */
export const user: ObjectType = {
  name: 'User',
  label: 'User',
  labelPlural: 'Users',
  keyPrefix: '005',
  writable: false,
  fields: [
    idField('User ID'),
    text('Username', 'Username', 80, 'string', { nillable: false }),
    text('LastName', 'Last Name', 80, 'string', { nillable: false }),
    text('FirstName', 'First Name', 40),
    text('Name', 'Full Name', 121, 'string', { nameField: true }),
    text('Email', 'Email', 128, 'email', { nillable: false }),
    checkbox('IsActive', 'Active'),
  ],
};
