import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placesOf } from '../../../../renderer/review/table/places.ts';
import { AccountId } from '../../../../shared/ids.ts';

const rowsOf = (numbers: readonly number[]) =>
  numbers.map((number) => ({ accountId: AccountId.parse(String(number)) }));

test('every row is found where it is, in whatever order and however often they are asked for', () => {
  const asked = fc.array(fc.nat({ max: 60 }), { maxLength: 80 });
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 50 })), asked, (numbers, questions) => {
      const places = placesOf(rowsOf(numbers));
      for (const number of questions) {
        const place = numbers.indexOf(number);
        const accountId = AccountId.parse(String(number));
        expect(places.get(accountId)).toBe(place === -1 ? undefined : place);
        expect(places.has(accountId)).toBe(place !== -1);
      }
    }),
  );
});
