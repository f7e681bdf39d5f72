import { expect, test } from 'vitest';
import { commentCell, newRemark } from '#app/worksheet/comment-cell.ts';

const ann = { author: 'Ann', text: 'Called them.\nNobody there.' };
const bob = { author: 'Bob', text: 'Same phone.' };

test('what was there when the file was made is no new remark, however much of it is left', () => {
  expect(newRemark(commentCell([ann, bob]), [ann, bob])).toBe('');
  expect(newRemark(commentCell([bob]), [ann, bob])).toBe('');
  expect(newRemark('', [ann])).toBe('');
});

test('what was written below, above or in place of it is', () => {
  expect(newRemark(`${commentCell([ann, bob])}\nYes, it is them`, [ann, bob])).toBe('Yes, it is them');
  expect(newRemark(`Check!\r\n${commentCell([bob])}`, [ann, bob])).toBe('Check!');
  expect(newRemark('Bob: Another phone.', [bob])).toBe('Bob: Another phone.');
});

test('a remark that was taken over already is not taken over again', () => {
  expect(newRemark('Yes, it is them', [ann, { author: 'worksheet', text: 'Yes, it is them' }])).toBe('');
});

test('of very many remarks the newest are shown', () => {
  const many = Array.from({ length: 1_000 }, (_, n) => ({ author: 'Ann', text: `${n} ${'x'.repeat(100)}` }));
  expect(commentCell(many).length).toBeLessThan(32_767);
  expect(commentCell(many)).toContain('999 x');
});
