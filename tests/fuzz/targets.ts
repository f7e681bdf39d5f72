import type { Target } from './target.ts';
import { quickbooksAnswers, salesforceAnswers } from './targets/answers.ts';
import { columnMap } from './targets/column-map.ts';
import { typed } from './targets/command-line.ts';
import { contract } from './targets/contract.ts';
import { csv } from './targets/csv.ts';
import { csvRows } from './targets/csv-rows.ts';
import { doorBytes, doorMessages } from './targets/door.ts';
import { iif } from './targets/iif.ts';
import { markup } from './targets/markup.ts';
import { practice } from './targets/practice.ts';
import { damagedProject, foreignProject } from './targets/project-file.ts';
import { callback, pastedAddress } from './targets/redirects.ts';
import { rowMark } from './targets/row-mark.ts';
import { savedState } from './targets/saved-state.ts';
import { signIn } from './targets/sign-in.ts';
import { windowState } from './targets/window-state.ts';
import { workbookXml, workbookZip } from './targets/workbook.ts';
import { worksheet } from './targets/worksheet.ts';

/** Every place where the program takes in what others made, and how many of all inputs are for it. */
const all: readonly (readonly [Target, share: number])[] = [
  [contract, 400],
  [csvRows, 240],
  [markup, 160],
  [rowMark, 60],
  [doorMessages, 40],
  [columnMap, 30],
  [pastedAddress, 20],
  [windowState, 40],
  [savedState, 8],
  [practice, 10],
  [signIn, 10],
  [salesforceAnswers, 8],
  [quickbooksAnswers, 8],
  [csv, 4],
  [iif, 4],
  [workbookZip, 4],
  [workbookXml, 4],
  [worksheet, 2],
  [damagedProject, 2],
  [foreignProject, 2],
  [callback, 2],
  [doorBytes, 2],
  [typed, 2],
];

export const targets: readonly Target[] = all.map(([target]) => target);

/** How many parts of all inputs are for this target. */
export function shareOf(name: string): number {
  return all.find(([target]) => target.name === name)?.[1] ?? 0;
}

/** The target of this name. Throws where there is none. */
export function targetNamed(name: string): Target {
  const found = targets.find((target) => target.name === name);
  if (found === undefined) throw new Error(`there is no target ${name}`);
  return found;
}
