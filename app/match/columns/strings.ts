/** Texts in UTF-8 that other threads can read, one after another. */
export interface Strings {
  readonly bytes: Uint8Array;
  readonly starts: Float64Array;
}

/** Packs texts, given by their place, for threads to share. */
export function packStrings(count: number, textOf: (place: number) => string): Strings {
  const starts = new Float64Array(new SharedArrayBuffer((count + 1) * 8));
  let end = 0;
  for (let place = 0; place < count; place += 1) {
    end += Buffer.byteLength(textOf(place));
    starts[place + 1] = end;
  }
  const bytes = new Uint8Array(new SharedArrayBuffer(Math.max(1, end)));
  const buffer = Buffer.from(bytes.buffer);
  for (let place = 0; place < count; place += 1) buffer.write(textOf(place), starts[place] ?? 0);
  return { bytes, starts };
}

/** The text at a place. */
export function stringAt({ bytes, starts }: Strings, place: number): string {
  return Buffer.from(bytes.buffer).toString('utf8', starts[place], starts[place + 1]);
}

/** The place of a text among texts in rising order; -1 when it is not there. */
export function placeOfString(strings: Strings, text: string): number {
  let [low, high] = [0, strings.starts.length - 2];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = stringAt(strings, middle);
    if (at === text) return middle;
    if (at < text) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
