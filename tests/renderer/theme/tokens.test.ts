import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../../renderer/theme/tokens.css', import.meta.url), 'utf8');

/** The custom properties of the block that begins with this selector. */
function block(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  expect(start).toBeGreaterThanOrEqual(0);
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return new Map(
    Array.from(body.matchAll(/--([\w-]+):\s*([^;]+);/g), ([, name = '', value = '']) => [name, value]),
  );
}

const light = block(':root');
const darkBySystem = block(':root:not([data-theme="light"])');
const darkByChoice = block(':root[data-theme="dark"]');

/** Relative luminance (WCAG 2.2, "relative luminance") of a #rrggbb colour. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio (WCAG 2.2, "contrast ratio"), 1 to 21. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const textOnGround: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-2', 'ink-3', 'accent', 'wrong', 'info'].flatMap((ink) =>
    ['ground', 'panel', 'raised'].map((ground) => [ink, ground] as const),
  ),
  ['ink', 'accent-soft'],
  ['ink-2', 'accent-soft'],
  ['accent', 'accent-soft'],
  ['accent-ink', 'accent'],
  ...['right', 'wrong', 'look', 'info'].map((tone) => [tone, `${tone}-soft`] as const),
  ['ink', 'look-soft'],
  ...['right', 'look', 'info'].flatMap((ink) =>
    ['panel', 'accent-soft', 'raised'].map((ground) => [ink, ground] as const),
  ),
];

const graphicOnGround: readonly (readonly [string, string])[] = [
  ['control-line', 'panel'],
  ['control-line', 'raised'],
  ['salesforce', 'panel'],
  ['salesforce', 'ground'],
  ['quickbooks', 'panel'],
  ['quickbooks', 'ground'],
  ['right', 'panel'],
  ['wrong', 'panel'],
  ['look', 'panel'],
];

describe.each([
  ['light', light],
  ['dark', darkBySystem],
] as const)('the %s colours', (_, tokens) => {
  const ratio = (one: string, other: string) =>
    contrast(tokens.get(one) ?? 'missing', tokens.get(other) ?? 'missing');

  test.each(textOnGround)('%s can be read on %s (AA, 4.5 to 1)', (ink, ground) => {
    expect(ratio(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(graphicOnGround)('%s can be made out on %s (AA, 3 to 1)', (mark, ground) => {
    expect(ratio(mark, ground)).toBeGreaterThanOrEqual(3);
  });
});

test('dark is the same whether the system or the person asks for it', () => {
  expect(Object.fromEntries(darkByChoice)).toEqual(Object.fromEntries(darkBySystem));
});

test('dark gives every colour of light another value', () => {
  const colours = [...light].filter(([, value]) => value.startsWith('#')).map(([name]) => name);
  expect(colours.filter((name) => !darkBySystem.has(name))).toEqual([]);
});

describe('the style sheets', () => {
  const folder = new URL('../../../renderer/', import.meta.url);
  const sheets = globSync('**/*.css', { cwd: folder }).map((name) => ({
    name,
    text: readFileSync(new URL(name, folder), 'utf8').replace(/\/\*.*?\*\//gs, ''),
  }));
  const pairs = sheets.flatMap(({ text }) =>
    Array.from(text.matchAll(/\{([^{}]*)\}/g), ([, rule = '']) => [
      rule.match(/(?:^|[\s;])color: var\(--([\w-]+)\)/)?.[1],
      rule.match(/background(?:-color)?: var\(--([\w-]+)\)/)?.[1],
    ]),
  );

  test('put no ink on a ground whose contrast is not held above', () => {
    const held = new Set(textOnGround.map((pair) => pair.join(' on ')));
    const used = pairs.flatMap(([ink, ground]) => (ink && ground ? `${ink} on ${ground}` : []));
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((pair) => !held.has(pair))).toEqual([]);
  });

  test('name colours by token only', () => {
    const own = sheets.filter(
      ({ name, text }) => !name.endsWith('tokens.css') && /#[\da-f]{3,8}\b|rgb\(/i.test(text),
    );
    expect(own.map(({ name }) => name)).toEqual([]);
  });

  test('stand still for who asks for less motion', () => {
    for (const { name, text } of sheets) {
      const transitions = text.match(/transition(?:-duration)?:[^;]+/g) ?? [];
      expect(
        transitions.filter((one) => !one.includes('var(--motion)')),
        name,
      ).toEqual([]);
      const animates = /animation:(?! none)/.test(text);
      const rests = /prefers-reduced-motion: reduce\)[^@]*animation: none/s.test(text);
      expect(!animates || rests, `${name} animates`).toBe(true);
      expect(text.includes('scroll-behavior: smooth'), name).toBe(false);
    }
  });

  test('take the outline of the focus away only where something else shows it', () => {
    const without = sheets.filter(({ text }) => text.includes('outline: none')).map(({ name }) => name);
    expect(without.sort()).toEqual([
      'components/menu.module.css',
      // The title of a screen, which is given the focus and cannot be pressed.
      'components/page.module.css',
      'review/bulk/sample-question.module.css',
      'review/conflicts/conflict.module.css',
      'review/customers/customers.module.css',
      'review/evidence/evidence-panel.module.css',
      'review/facets/filter-field.module.css',
      'review/review-screen.module.css',
      'review/table/grid.module.css',
      'summary/summary.module.css',
    ]);
  });
});
