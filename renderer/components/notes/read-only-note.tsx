import { readOnlySentence } from '../../format/words.ts';
import { Note } from './note.tsx';

/** Says that nothing can be changed in this window, and why. */
export function ReadOnlyNote() {
  return <Note tone="look">{readOnlySentence}</Note>;
}
