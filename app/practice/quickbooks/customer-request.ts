import { isObject, type Json, type JsonObject } from '../store/record.ts';
import {
  addressLinesTogether,
  addressParts,
  customerProperties,
  type PropertyKind,
  wrapped,
} from './customer-properties.ts';
import { Fault, unsupportedProperty } from './fault.ts';

/**
 * The writable properties of a request to create or update a customer, checked and as they are stored; null for one
 * that is given blank, which clears it. Throws 2010, 2030, 2040, 2050 or 2210.
 */
export function writtenProperties(body: JsonObject): Record<string, Json> {
  const written: Record<string, Json> = {};
  for (const [property, value] of Object.entries(body)) {
    const kind = customerProperties.get(property);
    if (kind === undefined) throw unsupportedProperty();
    if (kind.kind !== 'ignored') written[property] = storedValue(property, kind, value);
  }
  return written;
}

function storedValue(property: string, kind: Exclude<PropertyKind, { kind: 'ignored' }>, value: Json): Json {
  if (value === null || value === '') return null;
  switch (kind.kind) {
    case 'text':
      return storedText(property, value, kind.max, kind.isName);
    case 'boolean':
      return storedBoolean(value);
    case 'reason':
      return storedReason(value);
    case 'address':
      return storedAddress(value);
    case 'reference':
      return storedReference(value);
    case 'phone':
    case 'email':
    case 'web':
      return storedWrapped(property, kind.kind, value);
  }
}

function storedText(property: string, value: Json, max: number, isName: boolean): string | null {
  if (typeof value === 'object') throw unsupportedProperty();
  const text = String(value).trim();
  if (text.length > max) throw tooLong(property, max, text.length);
  if (isName && /[:\t\n\r]/.test(text)) {
    throw new Fault(
      '2040',
      'Property has invalid characters',
      'The property value contains characters that are not allowed: colon, tab or new line',
      property,
    );
  }
  return text === '' ? null : text;
}

/** Text is taken for a truth value too, as the service's JSON reader does. */
function storedBoolean(value: Json): boolean {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw unsupportedProperty();
}

function storedReason(value: Json): string {
  const id = String(value);
  if (!/^(?:[1-9]|1[0-5])$/.test(id)) {
    throw new Fault(
      '2030',
      'Invalid ID',
      `Id should be a valid number. Supplied value:${id}`,
      'TaxExemptionReasonId',
    );
  }
  return id;
}

function storedAddress(value: Json): JsonObject | null {
  if (!isObject(value)) throw unsupportedProperty();
  const stored: Record<string, Json> = {};
  let lines = 0;
  for (const [part, content] of Object.entries(value)) {
    const max = addressParts.get(part);
    if (max === undefined) throw unsupportedProperty();
    const text = storedText(part, content ?? '', max, false);
    if (text === null || part === 'Id') continue;
    if (part.startsWith('Line')) lines += text.length;
    stored[part] = text;
  }
  if (lines > addressLinesTogether) throw tooLong('Line1', addressLinesTogether, lines);
  return Object.keys(stored).length === 0 ? null : stored;
}

function storedReference(value: Json): JsonObject {
  if (!isObject(value) || typeof value.value !== 'string') throw unsupportedProperty();
  return { value: value.value };
}

function storedWrapped(property: string, kind: 'phone' | 'email' | 'web', value: Json): JsonObject | null {
  const { part, max } = wrapped[kind];
  if (!isObject(value)) throw unsupportedProperty();
  const text = storedText(property, value[part] ?? '', max, false);
  if (
    text !== null &&
    kind === 'email' &&
    !text.split(',').every((address) => /^\s*\S+@\S+\.\S+\s*$/.test(address))
  ) {
    throw new Fault(
      '2210',
      'Invalid Email Address format in the request',
      `Email Address: ${text}`,
      property,
    );
  }
  return text === null ? null : { [part]: text };
}

function tooLong(element: string, max: number, length: number): Fault {
  const count = (number: number) => number.toLocaleString('en-US');
  return new Fault(
    '2050',
    'String length is either shorter or longer than supported by specification',
    `String length specified does not match the supported length. Min:0 Max:${count(max)} supported. Supplied length:${count(length)}`,
    element,
  );
}
