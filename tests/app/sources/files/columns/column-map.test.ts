import { describe, expect, test } from 'vitest';
import { loadColumnMap } from '#app/sources/files/index.ts';
import { errorOf, fileOf } from '../support.ts';

const failure = async (content: string) => {
  const { code, data } = await errorOf(loadColumnMap(await fileOf('map.json', content)));
  return [code, data.detail];
};

describe('a column map', () => {
  test('names headings for the fields of each file', async () => {
    const path = await fileOf(
      'map.json',
      '\uFEFF{"accounts":{"name":"Firma","emails":["A","B"]},"contacts":{"accountId":"K"}}',
    );
    expect(await loadColumnMap(path)).toEqual({
      accounts: { name: 'Firma', emails: ['A', 'B'] },
      contacts: { accountId: 'K' },
    });
  });

  test('that is not there', async () => {
    expect((await errorOf(loadColumnMap('/nowhere/map.json'))).code).toBe('file-not-found');
  });

  test('that is no JSON says so', async () => {
    const [code, detail] = await failure('{"accounts": ');
    expect(code).toBe('file-map');
    expect(detail).toMatch(/^it is no JSON \(/);
  });

  test('with an unknown field or kind of file names it', async () => {
    const [code, detail] = await failure('{"accounts":{"nmae":"Firma"},"vendors":{}}');
    expect(code).toBe('file-map');
    expect(detail).toContain('accounts');
    expect(detail).toContain('nmae');
    expect(detail).toContain('vendors');
  });

  test('with a heading that is no text names the place', async () => {
    expect(await failure('{"customers":{"displayName":7}}')).toEqual([
      'file-map',
      expect.stringMatching(/^customers\.displayName: /),
    ]);
  });
});
