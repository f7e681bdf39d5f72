import type { Random } from '#app/practice/company/random.ts';
import type { Target } from './target.ts';

const edgeBytes = [0x00, 0x01, 0x0a, 0x0d, 0x20, 0x22, 0x26, 0x2c, 0x3b, 0x3c, 0x3e, 0x7f, 0x80, 0xff];
const edgeNumbers = [0, 1, -1, 255, 65_535, 65_536, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1];

/** Values that programs trip over. */
const edgeValues: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e21,
  Number.MAX_SAFE_INTEGER + 1,
  '',
  ' ',
  '0',
  '__proto__',
  'constructor',
  '\0',
  '\uD800',
  '\u{1F600}',
  '../../etc/passwd',
  'x'.repeat(5_000),
  [],
  {},
  [[]],
  ['__proto__'],
  JSON.parse('{"__proto__":{"polluted":true}}'),
  JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
];

/** An input changed in one to six places. `others` are inputs to take parts from. */
export function mutated(
  { form, words }: Target,
  input: Uint8Array,
  others: readonly Uint8Array[],
  random: Random,
): Uint8Array {
  let bytes = Buffer.from(input);
  for (let left = random.int(1, 6); left > 0; left--) {
    // A text that is no longer JSON is worth trying, too, but says nothing to what lies behind the parser.
    const asJson = form === 'json' && random.chance(0.9) ? parsed(bytes) : undefined;
    bytes =
      asJson === undefined
        ? changedBytes(bytes, words, others, random)
        : Buffer.from(JSON.stringify(changedValue(asJson, words, random)) ?? '');
  }
  return bytes;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

function changedBytes(
  bytes: Buffer<ArrayBuffer>,
  words: readonly string[],
  others: readonly Uint8Array[],
  random: Random,
): Buffer<ArrayBuffer> {
  const at = random.int(0, bytes.length);
  const to = Math.min(bytes.length, at + random.int(1, random.chance(0.2) ? 200 : 8));
  const put = (middle: Uint8Array, end = at) =>
    Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(end)]);
  switch (random.int(0, 8)) {
    case 0:
      return put(Buffer.from([random.pick(edgeBytes)]), Math.min(bytes.length, at + 1));
    case 1:
      return put(Buffer.from([(bytes[at] ?? 0) ^ (1 << random.int(0, 7))]), Math.min(bytes.length, at + 1));
    case 2:
      return put(Buffer.alloc(0), to);
    case 3:
      return put(bytes.subarray(at, to));
    case 4:
    case 5:
      return words.length === 0
        ? put(Buffer.from([random.int(0, 255)]))
        : put(Buffer.from(random.pick(words)));
    case 6: {
      const number = Buffer.alloc(4);
      number.writeInt32LE(random.pick(edgeNumbers) | 0);
      return put(number, Math.min(bytes.length, at + 4));
    }
    case 7: {
      const other = others.length === 0 ? bytes : Buffer.from(random.pick(others));
      return Buffer.concat([bytes.subarray(0, at), other.subarray(random.int(0, other.length))]);
    }
    default:
      return bytes.subarray(0, at);
  }
}

function changedValue(value: unknown, words: readonly string[], random: Random): unknown {
  if (Array.isArray(value) && value.length > 0 && random.chance(0.85)) {
    const at = random.int(0, value.length - 1);
    const copy = [...value];
    const what = random.int(0, 9);
    if (what === 0) copy.splice(at, 1);
    else if (what === 1) copy.splice(at, 0, copy[at]);
    else copy[at] = changedValue(copy[at], words, random);
    return copy;
  }
  if (typeof value === 'object' && value !== null && random.chance(0.9)) {
    const entries = Object.entries(value);
    const at = random.int(0, entries.length);
    const [key, inner] = entries[at] ?? [random.pick([...words, '__proto__', '']), null];
    const what = random.int(0, 9);
    if (what === 0) entries.splice(at, 1);
    else if (what === 1) entries[at] = [random.pick([...words, '__proto__', 'constructor']), inner];
    else entries[at] = [key, changedValue(inner, words, random)];
    return objectOf(entries);
  }
  if (typeof value === 'string' && random.chance(0.5)) {
    return changedBytes(Buffer.from(value), words, [], random).toString();
  }
  if (typeof value === 'number' && random.chance(0.5)) {
    return random.pick([value + 1, value - 1, -value, value * 1e9, value / 3, ...edgeNumbers]);
  }
  return random.chance(0.3) && words.length > 0 ? random.pick(words) : random.pick(edgeValues);
}

/** An object whose key `__proto__` is one like the others, as in what `JSON.parse` gives. */
function objectOf(entries: readonly (readonly [string, unknown])[]): object {
  const made = {};
  for (const [key, value] of entries) {
    Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return made;
}
