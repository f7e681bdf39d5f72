import type { Json, JsonObject } from '../store/record.ts';
import { idOf } from './ids.ts';

/** A list view as a person made it on the screen. */
interface ListView {
  readonly id: string;
  readonly developerName: string;
  readonly label: string;
  readonly scope: 'everything' | 'mine';
  /** What follows WHERE, and the same as Salesforce tells it in parts. */
  readonly where: string;
  readonly conditions: readonly JsonObject[];
  readonly conjunction: 'and' | 'or';
}

const everything = { scope: 'everything', where: '', conditions: [], conjunction: 'and' } as const;
const equals = (field: string, value: string) => ({ field, operator: 'equals', values: [`'${value}'`] });

const accountViews: readonly ListView[] = [
  { ...everything, id: idOf('00B', 310), developerName: 'AllAccounts', label: 'All Accounts' },
  { ...everything, id: idOf('00B', 311), developerName: 'MyAccounts', label: 'My Accounts', scope: 'mine' },
  {
    ...everything,
    id: idOf('00B', 312),
    developerName: 'Buying_Accounts',
    label: 'Buying Accounts',
    where: "Type = 'Customer - Direct' OR Type = 'Customer - Channel'",
    conditions: [equals('Type', 'Customer - Direct'), equals('Type', 'Customer - Channel')],
    conjunction: 'or',
  },
];

/** The list views of an object. */
export function listViewsOf(object: string): readonly ListView[] {
  return object === 'Account' ? accountViews : [];
}

/** What the list of an object's list views says of one. Source: REST API Developer Guide, "List Views for an Object". */
export function listViewSummary({ id, developerName, label }: ListView, object: string, version: string) {
  const url = `/services/data/${version}/sobjects/${object}/listviews/${id}`;
  return {
    describeUrl: `${url}/describe`,
    developerName,
    id,
    label,
    resultsUrl: `${url}/results`,
    soqlCompatible: true,
    url,
  };
}

const order = 'ORDER BY Name ASC NULLS FIRST, Id ASC NULLS FIRST';
const select =
  'SELECT Name, BillingState, Phone, toLabel(Type), Id, CreatedDate, LastModifiedDate, SystemModstamp';

/** The describe of one list view. Source: REST API Developer Guide, "List View Describe". */
export function describeListView(view: ListView, object: string): JsonObject {
  const scope = view.scope === 'everything' ? '' : ` USING SCOPE ${view.scope}`;
  const where = view.where === '' ? '' : ` WHERE ${view.where}`;
  return {
    columns: [
      column('Name', `${object} Name`, 'string', 0),
      column('BillingState', 'Billing State/Province', 'string', null),
      column('Phone', 'Phone', 'phone', null),
      column('Type', 'Type', 'picklist', null),
    ],
    id: view.id,
    orderBy: ['Name', 'Id'].map((fieldNameOrPath) => ({
      fieldNameOrPath,
      nullsPosition: 'first',
      sortDirection: 'ascending',
    })),
    query: `${select} FROM ${object}${scope}${where} ${order}`,
    relatedEntityId: null,
    scope: view.scope,
    scopeEntityId: null,
    sobjectType: object,
    whereCondition: { conditions: view.conditions, conjunction: view.conjunction },
  };
}

function column(name: string, label: string, type: string, sortIndex: number | null): Json {
  return {
    ascendingLabel: 'Z-A',
    descendingLabel: 'A-Z',
    fieldNameOrPath: name,
    hidden: false,
    label,
    selectListItem: type === 'picklist' ? `toLabel(${name})` : name,
    sortDirection: sortIndex === null ? null : 'ascending',
    sortIndex,
    sortable: true,
    type,
  };
}
