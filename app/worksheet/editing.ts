import type { DataValidation, Worksheet } from 'exceljs';
import { CustomerDecisionKind, DecisionKind } from '#shared/decisions.ts';
import type { ColumnKind } from './column.ts';
import { addValidation } from './excel-sheet.ts';

const choices: Partial<Record<ColumnKind, readonly string[]>> = {
  decision: DecisionKind.options,
  'customer-decision': CustomerDecisionKind.options,
};

/**
 * What a person may change in a sheet. `decisions`: the cells that are read back, where they can be chosen from a list;
 * typing over any other is refused. `nothing`: the sheet is protected, without a password.
 *
 * A sheet with decisions is not protected: Excel then sorts only rows, and deletes only rows, of which no cell is locked,
 * and does not let columns be moved at all. Rules refuse what is typed by mistake and let all of that through.
 */
export type Editing = 'decisions' | 'nothing' | 'anything';

/** Puts the rules of what may be changed on the rows 2 to `lastRow` of a sheet with columns of these kinds. */
export function guardSheet(
  sheet: Worksheet,
  kinds: readonly ColumnKind[],
  lastRow: number,
  editing: Editing,
): void {
  if (editing === 'nothing') void sheet.protect('', permissions);
  if (editing !== 'decisions' || lastRow < 2) return;
  for (const { from, to, rule } of runsOf(kinds)) {
    const [left, right] = [from, to].map((at) => sheet.getColumn(at + 1).letter);
    addValidation(sheet, `${left}2:${right}${lastRow}`, rule);
  }
}

const permissions = { formatColumns: true, formatRows: true, autoFilter: true, sort: true };

interface Run {
  readonly from: number;
  to: number;
  readonly rule: DataValidation;
}

/** Neighbours with the same rule as one range. */
function runsOf(kinds: readonly ColumnKind[]): Run[] {
  const runs: Run[] = [];
  kinds.forEach((kind, at) => {
    if (kind === 'entry') return;
    const rule = ruleOf(kind);
    const last = runs.at(-1);
    if (last?.rule === rule && rule === keep && last.to === at - 1) last.to = at;
    else runs.push({ from: at, to: at, rule });
  });
  return runs;
}

function ruleOf(kind: ColumnKind): DataValidation {
  const words = choices[kind];
  return words === undefined ? keep : oneOf(words);
}

const keep: DataValidation = {
  type: 'custom',
  formulae: ['FALSE'],
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: 'Not read back',
  error:
    'This cell shows what was exported, and a change here would not be read back. Use the columns Customer ID, Decision and Comment.',
};

const oneOf = (words: readonly string[]): DataValidation => ({
  type: 'list',
  allowBlank: true,
  formulae: [`"${words.join(',')}"`],
  showErrorMessage: true,
  errorTitle: 'Decision',
  error: `Choose one of ${words.join(', ')}, or leave it blank.`,
});
