import { describe, expect, test } from 'vitest';
import { levelOf } from './level-of.ts';

describe('names', () => {
  test.each([
    ['Acme Plumbing, Inc.', 'ACME PLUMBING', 'same'],
    ['Acme Plumbing Inc', 'Acme Plumbing LLC', 'same-other-form'],
    ['The Heron Forge Company, Inc.', 'The Heron Forge Company', 'same'],
    ['John Smith', 'Smith John', 'same-words'],
    ['Smith, John', 'John Smith', 'same'],
    ['Play Care', 'Playcare', 'same'],
    ['Falcon Property Management', 'Falcon Porperty Management', 'near'],
    ['Robert Quimby', 'Bob Quimby', 'near'],
    ['Acme', 'Acme Quilting', 'contained'],
    ['International Business Machines', 'IBM', 'acronym'],
    ['Walnut Rock Warehousing', 'Walnut Rock Optics', 'partial'],
    ['Acme', 'Zephyr', 'different'],
    ['School 12', 'School 21', 'partial'],
    ['', 'Acme', 'missing'],
    [
      'Toledo Regional Association of School Nutrition Directors',
      'Toledo Regional Association of School Nut',
      'near',
    ],
  ])('%s and %s are %s', (name, displayName, level) => {
    const found = levelOf('name', { name }, { displayName });
    expect(level === 'near' ? ['near', 'similar'] : [level]).toContain(found);
  });

  test('are compared with every name that the customer has', () => {
    expect(
      levelOf('name', { name: 'Acme Plumbing' }, { displayName: 'Jo Smith', companyName: 'Acme Plumbing' }),
    ).toBe('same');
    expect(
      levelOf('name', { name: 'Jo Smith' }, { displayName: 'JS', givenName: 'Jo', familyName: 'Smith' }),
    ).toBe('same');
    expect(
      levelOf(
        'name',
        { name: 'Kitchen' },
        { displayName: 'Acme:Kitchen', fullyQualifiedName: 'Acme:Kitchen' },
      ),
    ).toBe('same');
    expect(levelOf('name', { name: 'Acme' }, { displayName: 'X1', printOnCheckName: 'Acme' })).toBe('same');
  });

  test('of one word are completed from the mailbox, except where the e-mails have said it', () => {
    const eleanor = { displayName: 'Eleanor', email: 'e.richards@gmail.com' };
    expect(levelOf('name', { name: 'Eleanor Richards' }, eleanor)).toBe('same');
    expect(levelOf('name', { name: 'Eleanor Richards', emails: ['e.richards@gmail.com'] }, eleanor)).not.toBe(
      'same',
    );
  });
});
