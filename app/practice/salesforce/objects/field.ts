/** The types of fields that the practice organisation has; names as a describe gives them. */
export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'phone'
  | 'url'
  | 'email'
  | 'picklist'
  | 'boolean'
  | 'int'
  | 'double'
  | 'currency'
  | 'date'
  | 'datetime'
  | 'reference'
  | 'address';

/** One field of an object, in what the practice organisation needs to know of it. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  /** Characters of text; 0 for other types. */
  readonly length: number;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly nillable: boolean;
  readonly filterable: boolean;
  readonly externalId: boolean;
  /** Whether no two records may have the same value. */
  readonly unique: boolean;
  readonly nameField: boolean;
  /** Digits before and after the point, of numbers. */
  readonly precision: number;
  readonly scale: number;
  readonly picklist: readonly string[];
  /** The object a reference points to, and the name by which SOQL follows it. */
  readonly refersTo: string | null;
  readonly relationship: string | null;
  /** For compound addresses: the prefix of their parts (`Billing`). */
  readonly compoundOf: string | null;
  /** For the parts of a compound field: its name. */
  readonly partOf: string | null;
}

const plain = {
  length: 0,
  createable: true,
  updateable: true,
  nillable: true,
  filterable: true,
  externalId: false,
  unique: false,
  nameField: false,
  precision: 0,
  scale: 0,
  picklist: [],
  refersTo: null,
  relationship: null,
  compoundOf: null,
  partOf: null,
} as const;

const readOnly = { createable: false, updateable: false } as const;

type Options = Partial<Omit<Field, 'name' | 'label' | 'type'>>;

/** A field of text: string, phone, url, email, textarea. */
export function text(
  name: string,
  label: string,
  length: number,
  type: FieldType = 'string',
  options: Options = {},
): Field {
  return { ...plain, name, label, type, length, ...options };
}

export function picklist(
  name: string,
  label: string,
  values: readonly string[],
  options: Options = {},
): Field {
  return { ...plain, name, label, type: 'picklist', length: 255, picklist: values, ...options };
}

export function checkbox(name: string, label: string, options: Options = {}): Field {
  return { ...plain, name, label, type: 'boolean', nillable: false, ...options };
}

export function number(
  name: string,
  label: string,
  type: 'int' | 'double' | 'currency',
  precision: number,
  scale: number,
  options: Options = {},
): Field {
  return { ...plain, name, label, type, precision, scale, ...options };
}

export function reference(
  name: string,
  label: string,
  refersTo: string,
  relationship: string,
  options: Options = {},
): Field {
  return { ...plain, name, label, type: 'reference', length: 18, refersTo, relationship, ...options };
}

/** A street address: the five parts that are stored, the place on the map that is not, and the compound of all. */
export function addressFields(prefix: string): Field[] {
  const compound = `${prefix}Address`;
  const part = (name: string, label: string, length: number, type: FieldType = 'string') =>
    text(`${prefix}${name}`, `${prefix} ${label}`, length, type, { partOf: compound });
  const place = (name: string) =>
    number(`${prefix}${name}`, `${prefix} ${name}`, 'double', 18, 15, { partOf: compound });
  return [
    part('Street', 'Street', 255, 'textarea'),
    part('City', 'City', 40),
    part('State', 'State/Province', 80),
    part('PostalCode', 'Zip/Postal Code', 20),
    part('Country', 'Country', 80),
    place('Latitude'),
    place('Longitude'),
    {
      ...plain,
      ...readOnly,
      name: compound,
      label: `${prefix} Address`,
      type: 'address',
      filterable: false,
      compoundOf: prefix,
    },
  ];
}

/** The record id, first field of every object. */
export function idField(label: string): Field {
  return { ...plain, ...readOnly, name: 'Id', label, type: 'id', length: 18, nillable: false };
}

/** Into which record this one was merged; only deleted records have one. */
export function masterRecord(object: string): Field {
  return reference('MasterRecordId', 'Master Record ID', object, 'MasterRecord', readOnly);
}

/** The fields that the platform keeps on every record: deletion, times and users of creation and change. */
export function systemFields(): Field[] {
  const options = { ...readOnly, nillable: false };
  const time = (name: string, label: string): Field => ({
    ...plain,
    ...options,
    name,
    label,
    type: 'datetime',
  });
  return [
    checkbox('IsDeleted', 'Deleted', options),
    time('CreatedDate', 'Created Date'),
    reference('CreatedById', 'Created By ID', 'User', 'CreatedBy', options),
    time('LastModifiedDate', 'Last Modified Date'),
    reference('LastModifiedById', 'Last Modified By ID', 'User', 'LastModifiedBy', options),
    time('SystemModstamp', 'System Modstamp'),
  ];
}
