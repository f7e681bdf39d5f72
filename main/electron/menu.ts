import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/menu.ts';
import { aboutItem, licencesItem } from './about.ts';
import { hasFeed, updateItem } from './updates.ts';

/**
 * The app's menus: the system's usual ones, and the window's commands, a menu a group. `run` is told which was chosen.
 * Keys stand behind the names and are no accelerators: the window takes them, and letters must stay typeable.
 */
export function setMenu(
  commands: readonly MenuCommand[],
  run: (id: string) => void,
  platform: NodeJS.Platform = process.platform,
): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(commands, run, platform)));
}

/** Pure part of {@link setMenu}: View and Help are the system's or are added at the end, the rest stands between. */
export function menuTemplate(
  commands: readonly MenuCommand[],
  run: (id: string) => void,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] {
  const itemsOf = (group: string): MenuItemConstructorOptions[] =>
    commands
      .filter((command) => command.group === group)
      .map(({ id, name, keys }) => ({
        // An ampersand would be taken for the mark of an access key.
        label: (keys === '' ? name : `${name}   (${keys})`).replaceAll('&', '&&'),
        click: () => run(id),
      }));
  const groups = [...new Set(commands.map(({ group }) => group))];
  const menuOf = (group: string) => ({ label: group, submenu: itemsOf(group) });
  const view = itemsOf('View');
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { role: 'fileMenu' },
    { role: 'editMenu' },
    ...groups.filter((group) => group !== 'View' && group !== 'Help').map(menuOf),
    {
      label: 'View',
      submenu: [
        ...view,
        ...(view.length === 0 ? [] : [{ type: 'separator' } as const]),
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    helpMenu(itemsOf('Help'), platform),
  ];
}

function helpMenu(
  items: MenuItemConstructorOptions[],
  platform: NodeJS.Platform,
): MenuItemConstructorOptions {
  // macOS has what is about the app in the menu of the app.
  const about = [
    ...(hasFeed() ? [updateItem] : []),
    ...(app.isPackaged ? [licencesItem] : []),
    ...(platform === 'darwin' ? [] : [aboutItem]),
  ];
  const line = items.length > 0 && about.length > 0 ? [{ type: 'separator' } as const] : [];
  return { role: 'help', submenu: [...items, ...line, ...about] };
}
