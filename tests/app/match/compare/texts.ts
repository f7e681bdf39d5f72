import { Dictionary, type Texts } from '../../../../app/match/terms/dictionary.ts';

/** Texts with the id of each. */
export function textsOf(written: readonly string[]): { readonly texts: Texts; idOf(text: string): number } {
  const dictionary = new Dictionary();
  for (const text of written) dictionary.intern(text);
  return { texts: dictionary.texts(), idOf: (text) => dictionary.find(text) };
}
