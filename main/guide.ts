import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Marked, type Tokens } from 'marked';

/** A page of the user guide. `name` is its file without the ending, and its place in the whole. */
interface GuidePage {
  readonly name: string;
  readonly markdown: string;
}

/**
 * The user guide's pages in the order in which its first page, README.md, links to them; it stands first itself.
 * `folder` is docs/guide.
 */
export function guidePages(folder: string): GuidePage[] {
  const first = readFileSync(join(folder, 'README.md'), 'utf8');
  const linked = [...first.matchAll(/\]\(([\w./-]+\.md)\)/g)].flatMap(([, path]) => path ?? []);
  const pages = [...new Set(linked)].map((path) => ({
    name: basename(path, '.md'),
    markdown: readFileSync(join(folder, path), 'utf8'),
  }));
  return [{ name: 'guide', markdown: first }, ...pages];
}

/**
 * Writes the guide as one page of HTML with its pictures, to be read without a network: all of it can be searched at once,
 * and no link but those to the services' own pages leaves it. `style` is its style sheet.
 */
export function writeGuide(folder: string, style: string, into: string): void {
  mkdirSync(into, { recursive: true });
  cpSync(join(folder, 'pictures'), join(into, 'pictures'), { recursive: true });
  writeFileSync(join(into, 'guide.css'), style);
  writeFileSync(join(into, 'index.html'), guideHtml(guidePages(folder)));
}

/** The pages as one page of HTML, with a table of contents. */
export function guideHtml(pages: readonly GuidePage[]): string {
  const contents = pages.map(({ name, markdown }) => `<li><a href="#${name}">${titleOf(markdown)}</a></li>`);
  const parts = pages.map((page) => `<article id="${page.name}">\n${htmlOf(page)}</article>`);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    '<title>Counterpart: user guide</title>',
    '<link rel="stylesheet" href="guide.css">',
    `<nav aria-label="Pages"><ol>${contents.join('')}</ol></nav>`,
    `<main>${parts.join('\n')}</main>`,
    '</html>',
  ].join('\n');
}

/** The heading of a page, as HTML. */
function titleOf(markdown: string): string {
  return new Marked().parseInline(/^# (.*)$/m.exec(markdown)?.[1] ?? '', { async: false });
}

function htmlOf({ name, markdown }: GuidePage): string {
  const marked = new Marked({
    renderer: {
      heading({ tokens, text, depth }: Tokens.Heading) {
        const id = depth === 1 ? '' : ` id="${name}-${slugOf(text)}"`;
        return `<h${depth}${id}>${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        return `<a href="${placeOf(href, name)}">${this.parser.parseInline(tokens)}</a>`;
      },
    },
  });
  return marked.parse(markdown, { async: false });
}

/** Where a link of a page leads within the whole: `reviewing.md#keys` becomes `#reviewing-keys`. */
function placeOf(href: string, from: string): string {
  if (/^https?:/.test(href)) return href;
  const [path = '', part] = href.split('#');
  const file = basename(path, '.md');
  const page = path === '' ? from : file === 'README' ? 'guide' : file;
  return part === undefined ? `#${page}` : `#${page}-${part}`;
}

/** A heading's words as a part of an address, as GitHub makes it. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}\s-]/gu, '')
    .replaceAll(/\s/g, '-');
}
