import { isObject, type Json, type JsonObject, type StoredRecord } from '../store/record.ts';
import type { Field } from './objects/field.ts';
import type { ObjectType } from './objects/object-type.ts';
import { type Lookup, valueAt } from './soql/evaluate.ts';
import type { ResolvedPath } from './soql/resolve.ts';

/** The `attributes` that every row carries. */
export function attributesOf(type: ObjectType, id: string, version: string): JsonObject {
  return { type: type.name, url: `/services/data/${version}/sobjects/${type.name}/${id}` };
}

/** The value of one field as it is served: compound addresses are put together, absent is null. */
export function fieldValue(field: Field, record: StoredRecord): Json {
  if (field.compoundOf === null) return record[field.name] ?? null;
  const part = (name: string): Json => record[`${field.compoundOf}${name}`] ?? null;
  const address = {
    city: part('City'),
    country: part('Country'),
    geocodeAccuracy: null,
    latitude: part('Latitude'),
    longitude: part('Longitude'),
    postalCode: part('PostalCode'),
    state: part('State'),
    street: part('Street'),
  };
  return Object.values(address).every((value) => value === null) ? null : address;
}

/** A row of a query: the fields asked for in their order, those of related records nested under the relationship. */
export function rowOf(
  type: ObjectType,
  paths: readonly ResolvedPath[],
  record: StoredRecord,
  lookup: Lookup,
  version: string,
): JsonObject {
  const row: Record<string, Json> = { attributes: attributesOf(type, String(record.Id), version) };
  for (const path of paths) place(row, path, record, lookup, version);
  return row;
}

function place(
  row: Record<string, Json>,
  path: ResolvedPath,
  record: StoredRecord,
  lookup: Lookup,
  version: string,
): void {
  const [step, ...rest] = path.steps;
  if (step === undefined) {
    row[path.field.name] = fieldValue(path.field, record);
    return;
  }
  const id = valueAt({ steps: [], field: step.reference }, record, lookup);
  const related = typeof id === 'string' ? lookup(step.type.name, id) : undefined;
  if (typeof id !== 'string' || related === undefined) {
    row[step.relationship] = null;
    return;
  }
  const former = row[step.relationship];
  const nested: Record<string, Json> = {
    attributes: attributesOf(step.type, id, version),
    ...(isObject(former) ? former : {}),
  };
  place(nested, { steps: rest, field: path.field }, related, lookup, version);
  row[step.relationship] = nested;
}
