import { describe, expect, test, vi } from 'vitest';
import { electronStandIn } from './stand-in.ts';

const electron = vi.hoisted(() => ({ current: null as unknown }));
vi.mock('electron', () => {
  const standIn = electronStandIn();
  electron.current = standIn;
  return standIn;
});
const { notingOpened, OpenedFiles, projectAmong } = await import('../../../main/electron/opened-files.ts');
const { app, dialog } = electron.current as ReturnType<typeof electronStandIn>;

const project = { path: '/p/a.counterpart', name: 'a', readOnly: false, practice: false };
const opens = vi.fn(async (_method: unknown, _input: unknown) => ({ ok: true, value: project }) as const);

describe('a project that was opened in the file manager', () => {
  test.each([
    [['counterpart', '/p/a.counterpart'], '/p/a.counterpart'],
    [['counterpart', '--flag', 'b.counterpart'], '/home/b.counterpart'],
    [['counterpart', '--x=b.counterpart', '.'], null],
    [['/p/odd.counterpart'], null],
  ])('is found among the words of the start: %j', (words, found) => {
    expect(projectAmong(words, '/home')).toBe(found);
  });

  test('waits for the engine, and the last one is opened', async () => {
    const files = new OpenedFiles();
    files.take('/p/first.counterpart');
    files.take('/p/a.counterpart');
    files.take(null);
    files.begin(opens);
    files.take('/p/b.counterpart');
    expect(opens.mock.calls).toEqual([
      ['project.open', { path: '/p/a.counterpart' }],
      ['project.open', { path: '/p/b.counterpart' }],
    ]);
  });

  test('that cannot be opened is told of', async () => {
    const error = { code: 'busy', message: 'Writing goes on.', data: {} } as const;
    const files = new OpenedFiles();
    files.begin(async () => ({ ok: false, error }));
    files.take('/p/a.counterpart');
    await vi.waitFor(() =>
      expect(dialog.showErrorBox).toHaveBeenCalledWith(expect.anything(), error.message),
    );
  });
});

test('projects that were opened or made are among the system’s recent documents, others’ answers are not', async () => {
  const call = notingOpened(opens);
  await call('project.open', {});
  await call('project.create', {});
  await call('app.overview', {});
  await notingOpened(async () => ({ ok: true, value: 'odd' }))('project.open', {});
  expect(app.addRecentDocument.mock.calls).toEqual([[project.path], [project.path]]);
});
