import type { CreatePlan } from '#shared/creating.ts';
import { Note } from '../components/notes/note.tsx';
import { formatCounted } from '../format/numbers.ts';
import { creatingWords } from './words.ts';

/** What keeps records from being created until a person does something about it, with how many each is about. */
export function LeftOut({ plan: { in: side, records } }: { readonly plan: CreatePlan }) {
  const { noun } = creatingWords[side];
  const clashes = records.filter(({ clash }) => clash !== null).length;
  const blank = records.filter(({ missing }) => missing.length > 0).length;
  const doubles = records.filter(({ duplicateRule }) => duplicateRule === 'refused').length;
  return (
    <>
      {clashes === 0 ? null : (
        <Note tone="wrong" live={false}>
          {formatCounted(clashes, noun)} {clashes === 1 ? 'has a name that is' : 'have names that are'} taken,
          and {clashes === 1 ? 'is' : 'are'} left out until {clashes === 1 ? 'it has' : 'they have'} another
          one.
        </Note>
      )}
      {blank === 0 ? null : (
        <Note tone="wrong" live={false}>
          {formatCounted(blank, noun)} {blank === 1 ? 'lacks' : 'lack'} a field that Salesforce requires, and{' '}
          {blank === 1 ? 'is' : 'are'} left out. Fill it in for each, or for all under “Fields of all”.
        </Note>
      )}
      {doubles === 0 ? null : (
        <Note tone="wrong" live={false}>
          {formatCounted(doubles, noun)} {doubles === 1 ? 'was' : 'were'} refused by a duplicate rule of
          Salesforce, and {doubles === 1 ? 'is' : 'are'} left out until you say to create{' '}
          {doubles === 1 ? 'it' : 'them'} anyway.
        </Note>
      )}
    </>
  );
}
