import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { guideHtml, guidePages } from '../../main/guide.ts';
import { keyWord } from '../../renderer/commands/keys/key-press.ts';
import { commandOfKeys, commands } from '../../renderer/commands/register.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'docs', 'guide');
const pages = guidePages(folder);
const html = guideHtml(pages);
const shown = [...html.matchAll(/src="pictures\/([\w-]+)\.png"/g)].map(([, name = '']) => name);

describe('the guide', () => {
  test('has every page in its contents', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
    expect(pages.map(({ name }) => `${name}.md`)).toEqual(expect.arrayContaining(files));
  });

  test('is whole by itself: no link of it leads out of it but to the services', () => {
    const places = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
    const links = [...html.matchAll(/ href="([^"]*)"/g)].map(([, href = '']) => href);
    const out = links.filter((href) => !places.has(href.slice(1)) && href !== 'guide.css');
    expect(out.filter((href) => !href.startsWith('https://'))).toEqual([]);
  });

  test('says of every key what it does, in the words of the app', () => {
    const said = pages.find(({ name }) => name === 'keys')?.markdown.match(/^\| `.*$/gm);
    const keys = commands.flatMap((command) => {
      const words = (commandOfKeys(command).keys ?? []).map((key) => `\`${keyWord(key, false)}\``);
      return words.length === 0 ? [] : [`| ${words.join(' ')} | ${command.name} |`];
    });
    expect(said?.toSorted()).toEqual(keys.toSorted());
  });
});

describe('its pictures', () => {
  const files = readdirSync(join(folder, 'pictures')).map((name) => name.replace('.png', ''));

  test('are there, and each is shown', () => {
    expect(shown.toSorted()).toEqual(files.toSorted());
  });

  test('are all taken by the script', () => {
    const script = readFileSync(join(root, 'tests', 'pictures', 'guide.ts'), 'utf8');
    const taken = [...script.matchAll(/(?:take|part|pathOf)\('([\w-]+)'/g)].map(([, name]) => name);
    expect(taken.toSorted()).toEqual(shown.toSorted());
  });

  test('are small enough to be shipped', () => {
    const bytes = files.reduce(
      (sum, name) => sum + statSync(join(folder, 'pictures', `${name}.png`)).size,
      0,
    );
    expect(bytes).toBeLessThan(3_000_000);
  });
});
