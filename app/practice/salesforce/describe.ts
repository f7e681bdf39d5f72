import type { Json, JsonObject } from '../store/record.ts';
import type { Field, FieldType } from './objects/field.ts';
import type { ObjectType } from './objects/objectType.ts';

const soapTypes: Readonly<Record<FieldType, string>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  double: 'xsd:double',
  currency: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  address: 'urn:address',
  string: 'xsd:string',
  textarea: 'xsd:string',
  phone: 'xsd:string',
  url: 'xsd:string',
  email: 'xsd:string',
  picklist: 'xsd:string',
};

/** The answer to a describe of one object. Source: REST API Developer Guide, "sObject Describe". */
export function describe(type: ObjectType, version: string): JsonObject {
  const { fields, ...summary } = {
    ...describeSummary(type, version),
    fields: type.fields.map(describeField),
  };
  return {
    actionOverrides: [],
    childRelationships: [],
    compactLayoutable: true,
    fields,
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: [],
    searchLayoutable: true,
    supportedScopes: [{ label: `All ${type.labelPlural.toLowerCase()}`, name: 'everything' }],
    ...summary,
  };
}

/** What the list of all objects says of one. */
export function describeSummary(type: ObjectType, version: string): JsonObject {
  const base = `/services/data/${version}/sobjects/${type.name}`;
  return {
    activateable: false,
    createable: type.writable,
    custom: false,
    customSetting: false,
    deletable: type.writable,
    deprecatedAndHidden: false,
    feedEnabled: true,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: type.keyPrefix,
    label: type.label,
    labelPlural: type.labelPlural,
    layoutable: true,
    mergeable: type.writable,
    mruEnabled: true,
    name: type.name,
    queryable: true,
    replicateable: true,
    retrieveable: true,
    searchable: true,
    triggerable: true,
    undeletable: type.writable,
    updateable: type.writable,
    urls: {
      sobject: base,
      describe: `${base}/describe`,
      rowTemplate: `${base}/{ID}`,
    },
  };
}

function describeField(field: Field): Json {
  const numeric = ['int', 'double', 'currency'].includes(field.type);
  return {
    aggregatable: field.type !== 'boolean',
    aiPredictionField: false,
    autoNumber: false,
    byteLength: field.length * (field.type === 'id' || field.type === 'reference' ? 1 : 3),
    calculated: false,
    calculatedFormula: null,
    cascadeDelete: false,
    caseSensitive: false,
    compoundFieldName: field.partOf,
    controllerName: null,
    createable: field.createable,
    custom: field.name.endsWith('__c'),
    defaultValue: field.type === 'boolean' ? false : null,
    defaultValueFormula: null,
    defaultedOnCreate: !field.createable || field.type === 'boolean' || field.name === 'OwnerId',
    dependentPicklist: false,
    deprecatedAndHidden: false,
    digits: field.type === 'int' ? field.precision : 0,
    displayLocationInDecimal: false,
    encrypted: false,
    externalId: field.externalId,
    extraTypeInfo: null,
    filterable: field.filterable,
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: false,
    groupable: field.filterable && !numeric && field.type !== 'datetime',
    highScaleNumber: false,
    htmlFormatted: false,
    idLookup: field.type === 'id' || field.externalId,
    inlineHelpText: null,
    label: field.label,
    length: field.length,
    mask: null,
    maskType: null,
    name: field.name,
    nameField: field.nameField,
    namePointing: false,
    nillable: field.nillable,
    permissionable: field.nillable && field.createable,
    picklistValues: field.picklist.map((value) => ({
      active: true,
      defaultValue: false,
      label: value,
      validFor: null,
      value,
    })),
    polymorphicForeignKey: false,
    precision: numeric && field.type !== 'int' ? field.precision : 0,
    queryByDistance: field.type === 'address',
    referenceTargetField: null,
    referenceTo: field.refersTo === null ? [] : [field.refersTo],
    relationshipName: field.relationship,
    relationshipOrder: null,
    restrictedDelete: false,
    restrictedPicklist: false,
    scale: field.scale,
    searchPrefilterable: field.type === 'id' || field.type === 'reference',
    soapType: soapTypes[field.type],
    sortable: field.filterable,
    type: field.type,
    unique: false,
    updateable: field.updateable,
    writeRequiresMasterRead: false,
  };
}
