/** What is told of a document, in its order. Names come without their namespace prefix. */
export interface MarkupEvents {
  /** An element begins. `attributes` is the raw text after its name; see {@link attributeOf}. */
  open(name: string, attributes: string): void;
  /** The text between two tags, with its references resolved. */
  text(text: string): void;
  close(name: string): void;
}

/** Takes a document piece by piece. Both throw a `SyntaxError` for what is not well formed. */
export interface MarkupReader {
  write(piece: string): void;
  end(): void;
}

/** No tag and no text of a workbook is longer: a cell holds at most 32,767 characters. */
const LONGEST_CONSTRUCT = 2 ** 20;

/**
 * Reads the XML that workbooks are written in: elements, attributes, text, CDATA and character references.
 * Document types and the entities that they declare, which Excel does not write and attackers do, are refused.
 */
export function markupReader(events: MarkupEvents): MarkupReader {
  const path: string[] = [];
  let rest = '';

  function tag(source: string): void {
    if (source.startsWith('/')) {
      const name = localName(source.slice(1).trimEnd());
      if (path.pop() !== name) throw new SyntaxError(`</${name}> closes nothing`);
      events.close(name);
      return;
    }
    const empty = source.endsWith('/');
    const nameEnd = source.search(/[\s/]/);
    const name = localName(nameEnd === -1 ? source : source.slice(0, nameEnd));
    events.open(name, nameEnd === -1 ? '' : source.slice(nameEnd, empty ? -1 : undefined));
    if (empty) events.close(name);
    else path.push(name);
  }

  /** Takes what begins with the `<` at `at`. Gives where it ends, or -1 when its end has not arrived. */
  function construct(source: string, at: number): number {
    const head = source.slice(at, at + 9);
    if (head.startsWith('<?')) return after(source, '?>', at + 2);
    if (head.startsWith('<!--')) return after(source, '-->', at + 4);
    if (head === '<![CDATA[') {
      const end = after(source, ']]>', at + 9);
      if (end !== -1) events.text(source.slice(at + 9, end - 3));
      return end;
    }
    if (head.length < 9 && ('<!--'.startsWith(head) || '<![CDATA['.startsWith(head))) return -1;
    if (head.startsWith('<!')) throw new SyntaxError('document types are not read');
    const end = tagEnd(source, at + 1);
    if (end !== -1) tag(source.slice(at + 1, end - 1));
    return end;
  }

  return {
    write(piece) {
      const source = rest + piece;
      let at = 0;
      for (;;) {
        const next = source.indexOf('<', at);
        if (next === -1) break;
        if (next > at && path.length > 0) events.text(resolve(source.slice(at, next)));
        at = next;
        const end = construct(source, at);
        if (end === -1) break;
        at = end;
      }
      rest = source.slice(at);
      if (rest.length > LONGEST_CONSTRUCT) throw new SyntaxError('a tag or a text has no end');
    },
    end() {
      if (path.length > 0 || rest.trim() !== '') throw new SyntaxError('the end is missing');
    },
  };
}

/** The value of an attribute, null where it is not there. `attributes` is what `open` was given. */
export function attributeOf(attributes: string, name: string): string | null {
  for (let at = 0; ; ) {
    const equals = attributes.indexOf('=', at);
    if (equals === -1) return null;
    let start = equals + 1;
    while (isSpace(attributes.charCodeAt(start))) start++;
    const quote = attributes[start];
    const end = quote === '"' || quote === "'" ? attributes.indexOf(quote, start + 1) : -1;
    if (end === -1) throw new SyntaxError('an attribute has no value');
    if (localName(attributes.slice(at, equals).trim()) === name) {
      return resolve(attributes.slice(start + 1, end));
    }
    at = end + 1;
  }
}

const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13);

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function after(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  return at === -1 ? -1 : at + mark.length;
}

/** Where the tag ends: after the first `>` that is not inside an attribute's quotes. */
function tagEnd(source: string, from: number): number {
  let quote = 0;
  for (let i = from; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return i + 1;
  }
  return -1;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Line ends become `\n`, as XML prescribes, and references become what they stand for. */
function resolve(raw: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    const code = decimal ?? (hex === undefined ? undefined : `0x${hex}`);
    if (code === undefined) return ENTITIES[name] ?? whole;
    const point = Number(code);
    if (point > 0x10ffff) throw new SyntaxError(`${whole} is no character`);
    return String.fromCodePoint(point);
  });
}
