import { account } from './account.ts';
import { contact } from './contact.ts';
import type { Field } from './field.ts';
import type { ObjectType } from './object-type.ts';
import { organization } from './organization.ts';
import { recordType } from './record-type.ts';
import { user } from './user.ts';

/** Every object of the practice organisation. */
export const objectTypes: readonly ObjectType[] = [account, contact, user, recordType, organization];

const byName = new Map(objectTypes.map((type) => [type.name.toLowerCase(), type]));
const fieldsByName = new WeakMap<ObjectType, ReadonlyMap<string, Field>>();

/** The object of this name, in any case, as Salesforce takes names. */
export function objectNamed(name: string): ObjectType | undefined {
  return byName.get(name.toLowerCase());
}

/** The object whose records' ids begin as this id does. */
export function objectOfId(id: string): ObjectType | undefined {
  return objectTypes.find(({ keyPrefix }) => id.startsWith(keyPrefix));
}

/** The field of this name, in any case. */
export function fieldNamed(type: ObjectType, name: string): Field | undefined {
  let fields = fieldsByName.get(type);
  if (fields === undefined) {
    fields = new Map(type.fields.map((field) => [field.name.toLowerCase(), field]));
    fieldsByName.set(type, fields);
  }
  return fields.get(name.toLowerCase());
}

/** The field that holds the reference of this relationship (`Owner` → `OwnerId`), in any case. */
export function relationshipNamed(type: ObjectType, name: string): Field | undefined {
  return type.fields.find((field) => field.relationship?.toLowerCase() === name.toLowerCase());
}
