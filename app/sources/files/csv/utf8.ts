/** Length in bytes of the UTF-8 character that a byte begins, 0 where it begins none. */
function lengthFrom(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

const isContinuation = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80;

/** How many bytes at the end belong to a character that goes on in the next chunk (0 to 3). */
export function incompleteTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (isContinuation(byte)) continue;
    return lengthFrom(byte) > back ? back : 0;
  }
  return 0;
}

/** Counts the characters beyond ASCII that are whole in UTF-8 (`whole`) and the bytes that fit none (`broken`). */
export function countUtf8(bytes: Uint8Array): { whole: number; broken: number } {
  let whole = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length; ) {
    const length = lengthFrom(bytes[i] ?? 0);
    let continues = 1;
    while (continues < length && isContinuation(bytes[i + continues])) continues++;
    if (length === 0 || continues < length) {
      broken++;
      i++;
    } else {
      if (length > 1) whole++;
      i += length;
    }
  }
  return { whole, broken };
}
