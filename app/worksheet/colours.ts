import type { ConditionalFormattingRule, Style } from 'exceljs';
import type { ColumnColours } from './column.ts';

/** A rule before it has its place among those of its sheet. */
type ColourRule = Omit<Extract<ConditionalFormattingRule, { type: 'expression' }>, 'priority'>;

/** Ground and text of what is right, to be looked at, wrong, and of what is settled; each pair reads at AA or better. */
const looks = {
  right: look('FFDDF0D9', 'FF1E5C17'),
  look: look('FFFFF1CC', 'FF6B4E00'),
  wrong: look('FFFADBD8', 'FF8A1F17'),
  blue: look('FFD6EAF7', 'FF0B4A73'),
  quiet: look('FFE9ECEF', 'FF4A5259'),
} as const;

function look(ground: string, text: string): Partial<Style> {
  return {
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: ground }, bgColor: { argb: ground } },
    font: { color: { argb: text } },
  };
}

/** The words of a column and how they look. */
const words: Record<'band' | 'decision' | 'state', Readonly<Record<string, keyof typeof looks>>> = {
  band: { certain: 'right', likely: 'blue', possible: 'look' },
  decision: { confirm: 'right', reject: 'wrong', 'create-new': 'blue', skip: 'quiet', ignore: 'quiet' },
  state: {
    confirmed: 'right',
    written: 'right',
    conflict: 'look',
    'check link': 'look',
    'check again': 'look',
    'broken link': 'wrong',
    failed: 'wrong',
    rejected: 'wrong',
    'create new': 'blue',
    skipped: 'quiet',
    ignored: 'quiet',
  },
};

/** The rules that colour the cells of a column, of which `first` is the one under the heading (as `P2`). */
export function colourRules(colours: ColumnColours, first: string): ColourRule[] {
  if (colours === 'doubt') return [rule(`LEN(${first})>0`, 'look')];
  if (colours === 'bits') {
    return [rule(`${first}>0`, 'right'), rule(`AND(ISNUMBER(${first}),${first}<0)`, 'wrong')];
  }
  return Object.entries(words[colours]).map(([word, as]) => rule(`${first}="${word}"`, as));
}

function rule(formula: string, as: keyof typeof looks): ColourRule {
  return { type: 'expression', formulae: [formula], style: looks[as] };
}
