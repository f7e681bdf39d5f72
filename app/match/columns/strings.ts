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
