import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { slugOf } from '../../main/guide.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: root });
const sources = globSync('{app,main,renderer,shared,tests}/**/*.{ts,tsx}', { cwd: root }).map((source) =>
  source.replaceAll('\\', '/'),
);

/** The places that a page's headings are. */
function placesOf(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/^#{1,6} (.*)$/gm)].map(([, heading = '']) => slugOf(heading));
}

/** The links of a page to files of ours that lead nowhere. */
function deadLinks(page: string): string[] {
  const path = join(root, page);
  const links = [...readFileSync(path, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [file = '', place] = link.split('#');
      const target = file === '' ? path : join(dirname(path), file);
      return !existsSync(target) || (place !== undefined && !placesOf(target).includes(place));
    });
}

test.each(pages)('%s: every link leads somewhere', (page) => {
  expect(deadLinks(page)).toEqual([]);
});

/** The names of our files that a page gives, with the folders it says or without, and that are no file's. */
function deadNames(page: string): string[] {
  const text = readFileSync(join(root, page), 'utf8');
  const named = [...text.matchAll(/`([\w./-]+\.tsx?)`/g)].map(([, name = '']) => name);
  return named.filter((name) => !sources.some((source) => `/${source}`.endsWith(`/${name}`)));
}

test.each(pages)('%s: every file that it names is there', (page) => {
  expect(deadNames(page)).toEqual([]);
});
