import { Fault } from '../fault.ts';

/** A property that can stand in WHERE and ORDERBY, where it is in a record, and how it compares. */
export interface Property {
  readonly name: string;
  readonly path: readonly string[];
  readonly type: 'text' | 'number' | 'boolean' | 'time';
}

const property = (name: string, type: Property['type'], path = name.split('.')): Property => ({
  name,
  path,
  type,
});

const ofEveryName: readonly Property[] = [
  property('Id', 'number'),
  property('Active', 'boolean'),
  property('DisplayName', 'text'),
  property('GivenName', 'text'),
  property('MiddleName', 'text'),
  property('FamilyName', 'text'),
  property('PrintOnCheckName', 'text'),
  property('PrimaryEmailAddr', 'text', ['PrimaryEmailAddr', 'Address']),
  property('PrimaryPhone', 'text', ['PrimaryPhone', 'FreeFormNumber']),
  property('MetaData.CreateTime', 'time'),
  property('MetaData.LastUpdatedTime', 'time'),
];

const properties: Readonly<Record<string, readonly Property[]>> = {
  Customer: [
    ...ofEveryName,
    property('CompanyName', 'text'),
    property('FullyQualifiedName', 'text'),
    property('Balance', 'number'),
    property('Job', 'boolean'),
    property('Level', 'number'),
    property('ParentRef', 'text', ['ParentRef', 'value']),
  ],
  Vendor: [...ofEveryName, property('CompanyName', 'text'), property('Balance', 'number')],
  Employee: ofEveryName,
  CompanyInfo: [property('Id', 'number'), property('MetaData.LastUpdatedTime', 'time')],
  Preferences: [property('Id', 'number')],
};

/** The entities that can be queried, by their names in lower case. */
const entities = new Map(Object.keys(properties).map((entity) => [entity.toLowerCase(), entity]));

/** The entity of this name, in any case. Throws 4001 when there is none. */
export function findEntity(name: string): string {
  const entity = entities.get(name.toLowerCase());
  if (entity !== undefined) return entity;
  throw new Fault('4001', 'Invalid query', `QueryValidationError: Metadata not found for Entity: ${name}`);
}

/** The property of an entity by this name, in any case. Throws 4001 when it cannot be asked for. */
export function findProperty(entity: string, name: string): Property {
  const found = properties[entity]?.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  throw new Fault(
    '4001',
    'Invalid query',
    `QueryValidationError: Property ${name} not found for Entity ${entity}`,
  );
}
