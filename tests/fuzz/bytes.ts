import fc from 'fast-check';

/** The same inputs as JSON. */
export function asJson(value: fc.Arbitrary<unknown>): fc.Arbitrary<Uint8Array> {
  return value.map((one) => Buffer.from(JSON.stringify(one) ?? 'null'));
}

/** The same texts in UTF-8. */
export function asText(text: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> {
  return text.map((one) => Buffer.from(one));
}

/** One of these inputs. */
export function oneOf(...inputs: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  return fc.constantFrom(...inputs);
}
