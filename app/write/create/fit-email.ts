import { type Fitted, plain } from './fit-text.ts';

/** One e-mail address of at most so many characters; what is none, or is longer, is left out, since half of one is none. */
export function fitEmail(text: string, most: number): Fitted {
  const address = plain(text);
  if (address === '') return { value: '', changes: [] };
  if (!/^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/.test(address))
    return { value: '', changes: ['is no e-mail address, left out'] };
  return address.length <= most
    ? { value: address, changes: [] }
    : { value: '', changes: [`longer than ${most} characters, left out`] };
}
