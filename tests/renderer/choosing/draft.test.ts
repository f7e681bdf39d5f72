import { expect, test } from 'vitest';
import type { AccountChoice } from '#shared/account-choice.ts';
import { choiceOf, type Draft, draftOf, withChosen } from '../../../renderer/choosing/draft.ts';

const id = '012000000000001AAA';

test.each<AccountChoice>([
  { kind: 'all' },
  { kind: 'record-type', ids: [id], names: ['Customer'] },
  { kind: 'owner', ids: [id], names: ['Ada'] },
  { kind: 'list-view', id, name: 'Key accounts' },
  { kind: 'where', clause: "Name = 'a'" },
])('a dialog that is opened on %j says the same again', (choice) => {
  expect(choiceOf(draftOf(choice))).toEqual(choice);
});

test.each<Draft['kind']>(['record-type', 'owner', 'list-view', 'where'])(
  'a dialog where %s is chosen and nothing given is no choice yet',
  (kind) => {
    expect(choiceOf({ ...draftOf({ kind: 'all' }), kind })).toBeNull();
  },
);

test('what was chosen before and is offered no more can still be seen', () => {
  const [first, second, gone] = ['1', '2', '3'].map((key) => ({ id: key, name: key }));
  if (first === undefined || second === undefined || gone === undefined) throw new Error('three options');
  expect(withChosen([first, second], [second, gone])).toEqual([first, second, gone]);
});
