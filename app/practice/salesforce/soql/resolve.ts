import { SalesforceError } from '../errors.ts';
import { toId18 } from '../ids.ts';
import { fieldNamed, objectNamed, relationshipNamed } from '../objects/catalogue.ts';
import type { Field } from '../objects/field.ts';
import type { ObjectType } from '../objects/object-type.ts';
import type { Comparison, Condition, FieldPath, Grouping, Literal, Query } from './query.ts';

const excerptWidth = 80;

/** A field path whose names exist: the references that lead to the record that has the field, and the field. */
export interface ResolvedPath {
  readonly steps: readonly {
    readonly reference: Field;
    readonly relationship: string;
    readonly type: ObjectType;
  }[];
  readonly field: Field;
}

export type ResolvedCondition =
  | { readonly kind: 'and' | 'or'; readonly terms: readonly ResolvedCondition[] }
  | { readonly kind: 'not'; readonly term: ResolvedCondition }
  | {
      readonly kind: 'compare';
      readonly path: ResolvedPath;
      readonly operator: Comparison;
      readonly value: Literal;
    }
  | {
      readonly kind: 'in';
      readonly path: ResolvedPath;
      readonly negated: boolean;
      readonly values: readonly Literal[];
    };

/** What a query groups by and counts, and how its rows are sorted. */
export interface ResolvedGrouping {
  readonly by: readonly ResolvedPath[];
  readonly counts: readonly { readonly path: ResolvedPath; readonly alias: string }[];
  readonly orderBy: readonly {
    readonly path: ResolvedPath;
    readonly counted: boolean;
    readonly descending: boolean;
  }[];
}

/** A query whose object and fields exist and whose literals fit their fields. */
export interface ResolvedQuery {
  readonly type: ObjectType;
  readonly fields: readonly ResolvedPath[] | null;
  readonly where: ResolvedCondition | null;
  readonly grouping: ResolvedGrouping | null;
  readonly orderBy: readonly {
    readonly path: ResolvedPath;
    readonly descending: boolean;
    readonly nulls: 'first' | 'last';
  }[];
  readonly limit: number | null;
  readonly offset: number;
}

/** Finds the names of a query. Throws `INVALID_TYPE` and `INVALID_FIELD` in Salesforce's words. */
export function resolve(query: Query): ResolvedQuery {
  const type = objectNamed(query.from.name);
  if (type === undefined) {
    throw new SalesforceError(
      400,
      'INVALID_TYPE',
      `${marked(query, query.from.at)}sObject type '${query.from.name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
    );
  }
  const path = (fieldPath: FieldPath) => resolvePath(query, type, fieldPath);
  const orderBy = query.orderBy.map((order) => ({ ...order, path: path(order.path) }));
  return {
    type,
    fields: query.fields?.map(path) ?? null,
    where: query.where === null ? null : resolveCondition(query.where, path),
    grouping: query.grouping === null ? null : { ...resolveGrouping(query, query.grouping, path), orderBy },
    orderBy,
    limit: query.limit,
    offset: query.offset,
  };
}

/** Throws `MALFORMED_QUERY` where a field is neither grouped by nor counted. */
function resolveGrouping(query: Query, { by, counts }: Grouping, path: (path: FieldPath) => ResolvedPath) {
  const nameOf = ({ names }: FieldPath) => names.join('.');
  const grouped = new Set(by.map((field) => nameOf(field).toLowerCase()));
  const plain = [
    ...(query.fields ?? []),
    ...query.orderBy.filter(({ counted }) => !counted).map((order) => order.path),
  ];
  const alone = plain.find((field) => !grouped.has(nameOf(field).toLowerCase()));
  if (alone !== undefined) {
    const message = `Field must be grouped or aggregated: ${nameOf(alone)}`;
    throw new SalesforceError(400, 'MALFORMED_QUERY', marked(query, alone.at) + message);
  }
  return { by: by.map(path), counts: counts.map((count) => ({ ...count, path: path(count.path) })) };
}

function resolvePath(query: Query, from: ObjectType, path: FieldPath): ResolvedPath {
  const [named, ...rest] = path.names;
  const names = named?.toLowerCase() === from.name.toLowerCase() && rest.length > 0 ? rest : path.names;
  const steps: ResolvedPath['steps'][number][] = [];
  let type = from;
  for (const name of names.slice(0, -1)) {
    const reference = relationshipNamed(type, name);
    const target = reference?.refersTo == null ? undefined : objectNamed(reference.refersTo);
    if (reference?.relationship == null || target === undefined) {
      throw invalidField(
        query,
        path,
        `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
      );
    }
    steps.push({ reference, relationship: reference.relationship, type: target });
    type = target;
  }
  const name = names.at(-1) ?? '';
  const field = fieldNamed(type, name);
  if (field === undefined) {
    throw invalidField(
      query,
      path,
      `No such column '${name}' on entity '${type.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
    );
  }
  return { steps, field };
}

function resolveCondition(condition: Condition, path: (path: FieldPath) => ResolvedPath): ResolvedCondition {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return { kind: condition.kind, terms: condition.terms.map((term) => resolveCondition(term, path)) };
    case 'not':
      return { kind: 'not', term: resolveCondition(condition.term, path) };
    case 'compare': {
      const resolved = path(condition.path);
      requireFit(resolved.field, condition.value, condition.operator);
      return { ...condition, path: resolved };
    }
    case 'in': {
      const resolved = path(condition.path);
      for (const value of condition.values) requireFit(resolved.field, value, '=');
      return { ...condition, path: resolved };
    }
  }
}

function requireFit(field: Field, literal: Literal, operator: Comparison): void {
  if (!field.filterable) {
    throw new SalesforceError(
      400,
      'INVALID_FIELD',
      `field '${field.name}' can not be filtered in a query call`,
    );
  }
  if (
    operator === 'LIKE' &&
    !['string', 'textarea', 'phone', 'url', 'email', 'picklist'].includes(field.type)
  ) {
    throw new SalesforceError(
      400,
      'INVALID_QUERY_FILTER_OPERATOR',
      `invalid operator on ${field.type} field '${field.name}'`,
    );
  }
  if (literal.kind === 'null') return;
  const [wanted, hint] = literalOf(field);
  if (literal.kind !== wanted) {
    throw new SalesforceError(
      400,
      'INVALID_FIELD',
      `value of filter criterion for field '${field.name}' must be of type ${field.type} and should ${hint}`,
    );
  }
  if (
    literal.kind === 'string' &&
    (field.type === 'id' || field.type === 'reference') &&
    toId18(literal.value) === null
  ) {
    throw new SalesforceError(400, 'INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${literal.value}`);
  }
}

function literalOf(field: Field): [Literal['kind'], string] {
  switch (field.type) {
    case 'boolean':
      return ['boolean', 'not be enclosed in quotes'];
    case 'int':
    case 'double':
    case 'currency':
      return ['number', 'not be enclosed in quotes'];
    case 'date':
    case 'datetime':
      return ['time', 'not be enclosed in quotes'];
    default:
      return ['string', 'be enclosed in quotes'];
  }
}

function invalidField(query: Query, path: FieldPath, message: string): SalesforceError {
  return new SalesforceError(400, 'INVALID_FIELD', marked(query, path.at) + message);
}

/** The piece of the query around the fault, with a mark beneath it, as Salesforce's messages begin. */
function marked({ text }: Query, at: number): string {
  const start = Math.max(0, at - excerptWidth / 2);
  const excerpt = text.slice(start, start + excerptWidth).replaceAll(/\s/g, ' ');
  return `\n${excerpt}\n${' '.repeat(at - start)}^\nERROR at Row:1:Column:${at + 1}\n`;
}
