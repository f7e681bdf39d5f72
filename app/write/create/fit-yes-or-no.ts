import { type Fitted, plain } from './fit-text.ts';

/** `yes`, `no`, or blank for what is neither. */
export function fitYesOrNo(text: string): Fitted {
  const word = plain(text).toLowerCase();
  if (['yes', 'true', '1'].includes(word)) return { value: 'yes', changes: [] };
  if (['no', 'false', '0'].includes(word)) return { value: 'no', changes: [] };
  return { value: '', changes: word === '' ? [] : [`“${plain(text)}” is neither yes nor no, left out`] };
}
