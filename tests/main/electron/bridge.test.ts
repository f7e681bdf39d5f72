import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { channels } from '../../../main/electron/channels.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { BrowserWindowStandIn, electronStandIn, WebContentsStandIn } from './stand-in.ts';

const electron = vi.hoisted(() => ({ current: null as unknown }));
vi.mock('electron', () => {
  const standIn = electronStandIn();
  electron.current = standIn;
  return standIn;
});

const { bridge } = await import('../../../main/electron/bridge.ts');
const { dialog, handlers, Menu, shell } = electron.current as ReturnType<typeof electronStandIn>;
const call = vi.fn(async () => ({ ok: true, value: 'answered' }) as const);
bridge({ call }, new Set());

const window = new BrowserWindowStandIn({});
const ownFrame = { url: 'counterpart://app/index.html', parent: null };

function send(channel: string, event: unknown, ...input: unknown[]): unknown {
  const handler = handlers.get(channel) as ((event: unknown, ...input: unknown[]) => unknown) | undefined;
  return handler?.(event, ...input);
}
const fromOwnPage = { sender: window.webContents, senderFrame: ownFrame };

describe('the bridge between window and engine', () => {
  test('carries a call of the app’s own page', async () => {
    expect(await send(channels.call, fromOwnPage, 'app.info', {})).toEqual({ ok: true, value: 'answered' });
    expect(call).toHaveBeenCalledWith('app.info', {});
  });

  test.each([
    ['a foreign page', { ...fromOwnPage, senderFrame: { ...ownFrame, url: 'https://evil.example/' } }],
    ['a frame within the page', { ...fromOwnPage, senderFrame: { ...ownFrame, parent: ownFrame } }],
    ['a frame that is gone', { ...fromOwnPage, senderFrame: null }],
  ])('gives nothing to %s', async (_who, event) => {
    call.mockClear();
    for (const channel of Object.values(channels).filter((name) => handlers.has(name))) {
      expect(await send(channel, event, 'app.info', {})).toMatchObject({ ok: false });
    }
    expect(call).not.toHaveBeenCalled();
  });

  test('gives nothing to a page without a window', async () => {
    expect(
      await send(
        channels.showFile,
        { sender: new WebContentsStandIn(), senderFrame: ownFrame },
        '/tmp/a.xlsx',
      ),
    ).toMatchObject({ ok: false });
  });

  test.each([
    ['Acme.xlsx', 'xlsx'],
    ['Acme accounts.csv', 'csv'],
  ])('asks where to save %s among files of that kind', async (name, extension) => {
    await send(channels.chooseSavePath, fromOwnPage, name);
    expect(dialog.showSaveDialog).toHaveBeenLastCalledWith(window, {
      defaultPath: name,
      filters: [expect.objectContaining({ extensions: [extension] })],
    });
  });

  test('shows the guide that lies on this machine, whatever else the page says', async () => {
    await send(channels.showGuide, fromOwnPage, '/etc/passwd');
    expect(shell.openPath.mock.calls).toEqual([[join('/app', 'dist', 'guide', 'index.html')]]);
  });

  test('shows only files that were saved from this window', async () => {
    await send(channels.showFile, fromOwnPage, '/etc/passwd');
    expect(shell.showItemInFolder).not.toHaveBeenCalled();
    const path = await send(channels.chooseSavePath, fromOwnPage, 'Worksheet.xlsx');
    await send(channels.showFile, fromOwnPage, path);
    expect(shell.showItemInFolder).toHaveBeenCalledWith('/tmp/a.xlsx');
  });

  test('saves what the page prints as a PDF where the person says, and may show it then', async () => {
    const filePath = join(temporaryFolder(), 'summary.pdf');
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath });
    const saved = await send(channels.savePdf, fromOwnPage, 'Acme summary.pdf', 'Letter');
    expect(saved).toEqual({ ok: true, value: filePath });
    expect(readFileSync(filePath, 'utf8')).toBe('%PDF');
    expect(window.webContents.printToPDF).toHaveBeenCalledWith(
      expect.objectContaining({ pageSize: 'Letter' }),
    );
    await send(channels.showFile, fromOwnPage, filePath);
    expect(shell.showItemInFolder).toHaveBeenLastCalledWith(filePath);
  });

  test('prints nothing when the person cancels, on no other paper, and says where it cannot save', async () => {
    window.webContents.printToPDF.mockClear();
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: true, filePath: '' });
    expect(await send(channels.savePdf, fromOwnPage, 'a.pdf', 'A4')).toEqual({ ok: true, value: null });
    expect(await send(channels.savePdf, fromOwnPage, 'a.pdf', 'A0')).toMatchObject({ ok: false });
    expect(window.webContents.printToPDF).not.toHaveBeenCalled();
    const filePath = join(temporaryFolder(), 'no', 'such', 'folder.pdf');
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath });
    expect(await send(channels.savePdf, fromOwnPage, 'a.pdf', 'A4')).toMatchObject({
      ok: false,
      error: { code: 'file-cannot-write' },
    });
  });

  test('shows the commands it is told in the menus, and tells the window which was chosen', async () => {
    const commands = [{ id: 'go.write', name: 'Go to Write', group: 'Go to', keys: '' }];
    await send(channels.showCommands, fromOwnPage, commands);
    const template = Menu.setApplicationMenu.mock.lastCall?.[0] as {
      label?: string;
      submenu?: { click(): void }[];
    }[];
    template.find(({ label }) => label === 'Go to')?.submenu?.[0]?.click();
    expect(window.webContents.send).toHaveBeenCalledWith(channels.command, 'go.write');
    await expect(send(channels.showCommands, fromOwnPage, [{ id: 5 }])).rejects.toThrow();
  });
});
