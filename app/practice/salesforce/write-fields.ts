import type { Json, JsonObject } from '../store/record.ts';
import { SalesforceError } from './errors.ts';
import { toId18 } from './ids.ts';
import { fieldNamed } from './objects/catalogue.ts';
import type { Field } from './objects/field.ts';
import type { ObjectType } from './objects/object-type.ts';

const shownOfTooLong = 255;

/** Whether a reference's target exists. */
export type Exists = (type: string, id: string) => boolean;

/**
 * The fields of a request to write, checked and as they are stored: text trimmed, blank text null, ids 18 long.
 * `attributes` and the id are left out. Throws what Salesforce answers for the first field that cannot be written.
 */
export function fieldsToWrite(
  type: ObjectType,
  body: JsonObject,
  purpose: 'create' | 'update',
  exists: Exists,
): Record<string, Json> {
  const written: Record<string, Json> = {};
  const readOnly: string[] = [];
  for (const [name, value] of Object.entries(body)) {
    if (name === 'attributes' || name.toLowerCase() === 'id') continue;
    const field = fieldNamed(type, name);
    if (field === undefined) {
      throw new SalesforceError(
        400,
        'INVALID_FIELD',
        `No such column '${name}' on sobject of type ${type.name}`,
      );
    }
    if (purpose === 'create' ? !field.createable : !field.updateable) readOnly.push(field.name);
    else written[field.name] = storedValue(type, field, value, exists);
  }
  if (readOnly.length > 0) {
    throw new SalesforceError(
      400,
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      `Unable to create/update fields: ${readOnly.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
      readOnly,
    );
  }
  return written;
}

/** Throws `REQUIRED_FIELD_MISSING` when a record lacks what it must have. */
export function requireFields(type: ObjectType, record: JsonObject): void {
  const missing = type.fields
    .filter(({ nillable, createable, type: kind }) => !nillable && createable && kind !== 'boolean')
    .map(({ name }) => name)
    .filter((name) => record[name] === undefined || record[name] === null);
  if (missing.length === 0) return;
  throw new SalesforceError(
    400,
    'REQUIRED_FIELD_MISSING',
    `Required fields are missing: [${missing.join(', ')}]`,
    missing,
  );
}

function storedValue(type: ObjectType, field: Field, value: Json, exists: Exists): Json {
  switch (field.type) {
    case 'boolean':
      if (typeof value !== 'boolean') throw cannotDeserialize('boolean', value);
      return value;
    case 'int':
    case 'double':
    case 'currency':
      if (value !== null && typeof value !== 'number') throw cannotDeserialize('double', value);
      return value;
    case 'reference':
      return storedReference(type, field, value, exists);
    default:
      return storedText(type, field, value);
  }
}

function storedText(type: ObjectType, field: Field, value: Json): string | null {
  if (value !== null && typeof value !== 'string') throw cannotDeserialize('string', value);
  const text = (value ?? '').trim();
  if (text.length > field.length) {
    throw new SalesforceError(
      400,
      'STRING_TOO_LONG',
      `${field.label}: data value too large: ${text.slice(0, shownOfTooLong)} (max length=${field.length})`,
      [field.name],
    );
  }
  if (text === '' && !field.nillable) requireFields({ ...type, fields: [field] }, {});
  return text === '' ? null : text;
}

function storedReference(type: ObjectType, field: Field, value: Json, exists: Exists): string | null {
  if (value === null || value === '') {
    if (!field.nillable) requireFields({ ...type, fields: [field] }, {});
    return null;
  }
  const id = typeof value === 'string' ? toId18(value) : null;
  if (id === null) {
    throw new SalesforceError(
      400,
      'MALFORMED_ID',
      `${field.label}: id value of incorrect type: ${String(value)}`,
      [field.name],
    );
  }
  if (field.refersTo !== null && !exists(field.refersTo, id)) {
    throw new SalesforceError(400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  }
  return id;
}

function cannotDeserialize(wanted: string, value: Json): SalesforceError {
  const found =
    value === null
      ? 'VALUE_NULL'
      : typeof value === 'object'
        ? 'START_OBJECT'
        : `VALUE_${typeof value}`.toUpperCase();
  return new SalesforceError(
    400,
    'JSON_PARSER_ERROR',
    `Cannot deserialize instance of ${wanted} from ${found} value ${JSON.stringify(value)}`,
  );
}
