import { describe, expect, test } from 'vitest';
import type { Door } from '#shared/door.ts';
import { AppError, reportOf } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { CallError, messageOf } from '../../../renderer/door/call-error.ts';
import { callerOf } from '../../../renderer/door/client.ts';
import { exampleRow } from '../review/example.ts';

const doorThatAnswers = (result: Result<unknown>): Door => ({
  host: {
    kind: 'browser',
    pathOf: async ({ name }) => name,
    showGuide: async () => {},
    downloadAddress: (path) => path,
  },
  call: async () => result,
  onEvent: () => () => {},
  onConnection: () => () => {},
});

const info = { version: '1.0.0', projectsFolder: '/projects', author: 'dana' };

describe('a call', () => {
  test('gives the value', async () => {
    const call = callerOf(doorThatAnswers({ ok: true, value: info }));
    expect(await call('app.info', {})).toEqual(info);
  });

  test('throws the error that the engine reported, with its code and its sentence', async () => {
    const error = reportOf(new AppError('project-none'));
    const call = callerOf(doorThatAnswers({ ok: false, error }));
    const thrown = await call('app.info', {}).catch((reason: unknown) => reason);
    expect(thrown).toBeInstanceOf(CallError);
    expect(thrown).toMatchObject({ code: 'project-none', message: error.message });
  });

  test('does not take an answer that is not what the contract says', async () => {
    const call = callerOf(doorThatAnswers({ ok: true, value: { version: 1 } }));
    await expect(call('app.info', {})).rejects.toThrow('the answer to app.info is not what was agreed');
  });

  test('takes rows by the thousand, and still notices when they are something else', async () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => exampleRow(String(index)));
    const given = (some: unknown) =>
      callerOf(doorThatAnswers({ ok: true, value: { revision: 1, total: 1_000, rows: some } }))(
        'review.rows',
        {
          from: 0,
        },
      );
    expect((await given(rows)).rows).toBe(rows);
    await expect(given(rows.map(({ accountId }) => accountId))).rejects.toThrow('review.rows');
    await expect(given(undefined)).rejects.toThrow('review.rows');
  });
});

test('whatever is thrown has a sentence for the person', () => {
  expect(messageOf(new AppError('cancelled'))).toBe(new AppError('cancelled').message);
  expect(messageOf(new TypeError('x is undefined'))).toContain('x is undefined');
});
