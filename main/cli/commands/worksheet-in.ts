import { resolve } from 'node:path';
import type { MethodInput } from '#shared/contract.ts';
import {
  FindingKind,
  type SaidWord,
  takenKinds,
  type WorksheetFinding,
  type WorksheetPreview,
} from '#shared/worksheet.ts';
import type { Context } from '../context.ts';
import { type Exit, exit } from '../exit.ts';
import { count } from '../words.ts';

export interface WorksheetInOptions {
  readonly in: string;
  readonly dryRun?: boolean;
  readonly takeFile?: boolean;
}

const AT_ONCE = 1_000;

const phrases: Record<FindingKind, string> = {
  new: 'new decisions',
  changed: 'changed decisions',
  customer: 'another customer chosen',
  comment: 'comments',
  conflict: 'decided otherwise in the app since',
  stale: 'records read otherwise here',
  duplicate: 'in the file more than once with different words',
  blanked: 'decision taken out',
  impossible: 'cannot be',
  written: 'linked already',
  'no-decision': 'word that is no decision',
  unknown: 'row of which nothing is known',
};

/** `worksheet --in`: decisions and comments of a worksheet that came back; done in part where not all can be read or taken over. */
export async function worksheetIn(
  context: Context,
  project: string,
  options: WorksheetInOptions,
): Promise<Exit> {
  await context.call('project.open', { path: project });
  const preview = await context.call('worksheet.read', { path: resolve(options.in) });
  const kinds = options.takeFile === true ? (['conflict', 'stale'] as const) : [];
  const isDry = options.dryRun === true;
  const findings = await findingsOf(context, preview, (kind) => isDry || !isTaken(kind, kinds));
  for (const one of findings) if (!isTaken(one.kind, kinds)) context.warn(line(one));
  for (const sentence of [...preview.unread, ...preview.remarks]) context.warn(sentence);
  const found = FindingKind.options.filter((kind) => preview.counts[kind] > 0);
  const parts = found.map((kind) => `${phrases[kind]} ${preview.counts[kind].toLocaleString('en')}`);
  const left = findings.filter(({ kind }) => !isTaken(kind, kinds)).length;
  const isWhole = preview.unread.length === 0;
  const nothing = isWhole
    ? 'nothing differs from the project'
    : 'nothing differs from the project in what could be read, but not all could';
  context.say(`${count(preview.rows, 'row')} read: ${parts.length === 0 ? nothing : parts.join(', ')}.`);
  if (isDry) {
    context.result({ ...preview, findings });
    return left > 0 || !isWhole ? exit.inPart : exit.done;
  }
  const applied = await context.call('worksheet.apply', {
    reading: preview.reading,
    kinds: [...kinds],
    take: [],
    leave: [],
  });
  for (const { sheet, row, name, message } of applied.refused) {
    context.warn(`${sheet}, row ${row}: ${name}: ${message}`);
  }
  const rest = applied.left > 0 ? ` ${count(applied.left, 'row')} left as they are.` : '';
  context.say(
    `Took over ${count(applied.decided, 'decision')} and ${count(applied.comments, 'comment')}.${rest}`,
  );
  context.result({ ...preview, ...applied });
  return applied.left + applied.refused.length > 0 || !isWhole ? exit.inPart : exit.done;
}

type ChosenKinds = MethodInput<'worksheet.apply'>['kinds'];

function isTaken(kind: FindingKind, kinds: Readonly<ChosenKinds>): boolean {
  return takenKinds.includes(kind) || kinds.some((one) => one === kind);
}

async function findingsOf(
  context: Context,
  { reading, counts }: WorksheetPreview,
  isWanted: (kind: FindingKind) => boolean,
): Promise<WorksheetFinding[]> {
  const findings: WorksheetFinding[] = [];
  for (const kind of FindingKind.options.filter(isWanted)) {
    for (let skip = 0; skip < counts[kind]; skip += AT_ONCE) {
      findings.push(...(await context.call('worksheet.findings', { reading, kind, skip, limit: AT_ONCE })));
    }
  }
  return findings;
}

function line({ sheet, row, name, kind, file, now, text, note }: WorksheetFinding): string {
  const said = file === null ? (text === '' ? '' : ` “${text}”`) : ` ${phrase(file)}`;
  const here = kind === 'conflict' ? ` (here ${now === null ? 'nothing' : phrase(now)})` : '';
  return `${sheet}, row ${row}: ${name}${said}${here}: ${note}`;
}

function phrase({ kind, customerName }: SaidWord): string {
  return `${kind} ${customerName}`.trim();
}
