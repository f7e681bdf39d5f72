import fc from 'fast-check';
import { z } from 'zod';

type JsonSchema = { readonly [key: string]: unknown };

/** Values that a schema takes, or nearly: now and then one part is something else. */
export function someValueOf(schema: z.ZodType, known: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return fitting(json, known, json);
}

const anything = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('__proto__', '\0', null, [], {}));

function fitting(json: JsonSchema, known: fc.Arbitrary<string>, root: JsonSchema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 24, arbitrary: exactly(json, known, root) }, { weight: 1, arbitrary: anything });
}

function exactly(json: JsonSchema, known: fc.Arbitrary<string>, root: JsonSchema): fc.Arbitrary<unknown> {
  const inner = (schema: unknown) => fitting(schema as JsonSchema, known, root);
  if (typeof json.$ref === 'string') {
    const definitions = (root.$defs ?? {}) as Record<string, JsonSchema>;
    return inner(definitions[json.$ref.replace('#/$defs/', '')] ?? {});
  }
  if ('const' in json) return fc.constant(json.const);
  if (Array.isArray(json.enum)) return fc.constantFrom(...json.enum);
  const choices = json.anyOf ?? json.oneOf;
  if (Array.isArray(choices)) return fc.oneof(...choices.map(inner));
  switch (json.type) {
    case 'string':
      return known;
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.oneof(fc.integer({ min: -1, max: 20 }), fc.integer(), fc.maxSafeInteger());
    case 'number':
      return fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: 0, max: 20 }));
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(inner(json.items ?? {}), { maxLength: 6 });
    case 'object':
      return objectOf(json, inner, known);
    default:
      return anything;
  }
}

function objectOf(
  json: JsonSchema,
  inner: (schema: unknown) => fc.Arbitrary<unknown>,
  known: fc.Arbitrary<string>,
): fc.Arbitrary<unknown> {
  const properties = Object.entries((json.properties ?? {}) as Record<string, unknown>);
  if (properties.length === 0 && typeof json.additionalProperties === 'object') {
    return fc.dictionary(known, inner(json.additionalProperties), { maxKeys: 4 });
  }
  const required = (json.required ?? []) as string[];
  return fc.record(Object.fromEntries(properties.map(([name, schema]) => [name, inner(schema)])), {
    requiredKeys: required,
  });
}
