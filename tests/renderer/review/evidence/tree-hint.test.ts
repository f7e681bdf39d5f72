import { describe, expect, test } from 'vitest';
import type { TreeEntry } from '#shared/review.ts';
import { treeHint } from '../../../../renderer/review/evidence/tree-hint.ts';
import { accountId, customerId } from '../../../support/records.ts';

const entry = (n: number, relation: TreeEntry['relation'], holder: string | null = null): TreeEntry => ({
  customerId: customerId(n),
  name: `Customer ${n}`,
  depth: 0,
  relation,
  active: true,
  balance: 0,
  currency: '',
  holder: holder === null ? null : { accountId: accountId(1), name: holder },
});

describe('what it means to link one of several customers that belong together', () => {
  test('of a sub-customer: it alone is linked, and who has its parent', () => {
    const entries = [entry(1, 'above'), entry(2, 'shown')];
    expect(treeHint({ entries, left: 0 }, true)).toBe(
      'This is a sub-customer, and a link concerns it alone. Customer 1 has no account.',
    );
    const held = [entry(0, 'above'), entry(1, 'above', 'Acme'), entry(2, 'shown')];
    expect(treeHint({ entries: held, left: 0 }, false)).toBe(
      'This is a sub-customer, and a link concerns it alone. Customer 1 is with Acme. This project proposes no sub-customers.',
    );
  });

  test('of one with others below it: these are not linked', () => {
    const entries = [entry(1, 'shown'), entry(2, 'below'), entry(3, 'below')];
    expect(treeHint({ entries, left: 0 }, true)).toBe(
      'A link concerns this customer, not the 2 sub-customers below it.',
    );
    expect(treeHint({ entries, left: 9 }, true)).toBe('A link concerns this customer, not those below it.');
  });
});
