import { describe, expect, test, vi } from 'vitest';
import type { MenuCommand } from '#shared/menu.ts';

const showAboutPanel = vi.hoisted(() => vi.fn());
vi.mock('electron', () => ({ Menu: {}, dialog: {}, shell: {}, app: { isPackaged: false, showAboutPanel } }));
const { menuTemplate } = await import('../../../main/electron/menu.ts');

const commands: MenuCommand[] = [
  { id: 'review.confirm', name: 'Confirm the pair', group: 'Decide', keys: 'A' },
  { id: 'go.write', name: 'Go to Write', group: 'Go to', keys: '' },
  { id: 'project.open /x', name: 'Open project Smith & Sons', group: 'Project', keys: '' },
  { id: 'theme.dark', name: 'Appearance: dark', group: 'View', keys: '' },
  { id: 'help.sheet', name: 'All keys', group: 'Help', keys: '?' },
];

type Item = { label?: string; role?: string; submenu?: Item[]; click?: () => void; accelerator?: string };
const menus = (list: readonly MenuCommand[], platform: NodeJS.Platform, run = (_id: string) => {}) =>
  menuTemplate(list, run, platform) as Item[];
const titles = (items: Item[]) => items.map(({ label, role }) => label ?? role);

describe('the desktop menus', () => {
  test('are the system’s and one for each group of commands, help last', () => {
    expect(titles(menus(commands, 'linux'))).toEqual([
      'fileMenu',
      'editMenu',
      'Decide',
      'Go to',
      'Project',
      'View',
      'windowMenu',
      'help',
    ]);
    expect(titles(menus([], 'darwin'))).toEqual([
      'appMenu',
      'fileMenu',
      'editMenu',
      'View',
      'windowMenu',
      'help',
    ]);
  });

  test('show each command with its key, which stays the window’s to take', () => {
    const [confirm] = menus(commands, 'linux').find(({ label }) => label === 'Decide')?.submenu ?? [];
    expect(confirm?.label).toBe('Confirm the pair   (A)');
    expect(confirm?.accelerator).toBeUndefined();
    const [open] = menus(commands, 'linux').find(({ label }) => label === 'Project')?.submenu ?? [];
    expect(open?.label).toBe('Open project Smith && Sons');
  });

  test('tell which command was chosen', () => {
    const run = vi.fn();
    const all = menus(commands, 'linux', run).flatMap(({ submenu }) => submenu ?? []);
    for (const { click } of all) click?.();
    expect(run.mock.calls.flat()).toEqual(commands.map(({ id }) => id));
  });

  test('say what runs here under Help, but on macOS, where the menu of the app has it', () => {
    const help = (platform: NodeJS.Platform) =>
      titles(menus(commands, platform).find(({ role }) => role === 'help')?.submenu ?? []);
    expect(help('win32').at(-1)).toBe('About Counterpart');
    expect(help('darwin')).toEqual(['All keys   (?)']);
  });
});
