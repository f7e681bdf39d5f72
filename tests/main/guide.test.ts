import { expect, test } from 'vitest';
import { guideHtml, slugOf } from '../../main/guide.ts';

const pages = [
  {
    name: 'guide',
    markdown: '# User guide\n\n[Write](write.md), [its end](write.md#the-end), [apps](../connecting.md)',
  },
  {
    name: 'write',
    markdown:
      '# Write & wait\n\n## The end\n\n[Up](#the-end) [First](README.md) [Intuit](https://x.example/a#b)',
  },
  { name: 'connecting', markdown: '# Registering' },
];
const html = guideHtml(pages);
const targets = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);

test('all pages are one, each with its place and its entry in the contents', () => {
  expect([...html.matchAll(/<article id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
    'guide',
    'write',
    'connecting',
  ]);
  expect(html).toContain('<li><a href="#write">Write &amp; wait</a></li>');
});

test('links between pages stay within, links to the services stay as they are', () => {
  const written = targets.filter((href) => href !== 'guide.css').slice(pages.length);
  expect(written).toEqual([
    '#write',
    '#write-the-end',
    '#connecting',
    '#write-the-end',
    '#guide',
    'https://x.example/a#b',
  ]);
  expect(html).toContain('<h2 id="write-the-end">');
});

test('a heading becomes a place as on GitHub', () => {
  expect(slugOf('What goes wrong, and what to do')).toBe('what-goes-wrong-and-what-to-do');
  expect(slugOf('Salesforce: an External Client App')).toBe('salesforce-an-external-client-app');
});
