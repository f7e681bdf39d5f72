import { setImmediate } from 'node:timers/promises';
import { AppError } from '#shared/errors.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import { takenKinds } from '#shared/worksheet.ts';
import type { Edit } from './edit.ts';
import type { Finding } from './finding.ts';
import type { ProjectNow } from './project-now.ts';
import { type ReadWorksheet, rowKey, type StrayRow } from './read-worksheet.ts';
import { finding, weighComment, weighDecision } from './weigh.ts';

/** A worksheet against the project: what it says otherwise, and what the project says already. */
export interface Comparison {
  readonly findings: readonly Finding[];
  readonly agreed: number;
  readonly remarks: readonly string[];
}

const AT_ONCE = 500;

/**
 * Compares a worksheet three ways: as it was made, as it came back, and the project now. Of rows about one record those
 * that say the same count once; where they say different things, none counts before a person has chosen. Rests after every
 * few hundred rows. Changes nothing.
 */
export async function compareWorksheet(
  worksheet: ReadWorksheet,
  now: ProjectNow,
  signal: AbortSignal,
): Promise<Comparison> {
  const findings: Finding[] = worksheet.strays.map(strayFinding);
  let agreed = 0;
  let alike = 0;
  let done = 0;
  for (const edits of byRecord(worksheet.edits).values()) {
    const about = compareRecord(edits, worksheet, now);
    for (const one of about.findings) findings.push(one);
    agreed += about.agreed;
    alike += about.alike;
    done += edits.length;
    if (done < AT_ONCE) continue;
    done = 0;
    await setImmediate();
    if (signal.aborted) throw new AppError('cancelled');
  }
  const remarks = [...worksheet.remarks];
  if (alike > 0) {
    const rows = alike === 1 ? '1 row stands' : `${alike.toLocaleString('en-US')} rows stand`;
    remarks.push(`${rows} in the file more than once with the same decision, which counts once.`);
  }
  return { findings: withoutDoubleClaims(findings, now), agreed, remarks };
}

/** The edited rows of each account, and of each customer alone. */
function byRecord(edits: readonly Edit[]): Map<string, Edit[]> {
  const records = new Map<string, Edit[]>();
  for (const edit of edits) {
    const { subject } = edit.mark;
    const id = subject.kind === 'account' ? `a${subject.accountId}` : `c${subject.customerId}`;
    const key = `${edit.mark.project} ${id}`;
    const known = records.get(key);
    if (known === undefined) records.set(key, [edit]);
    else known.push(edit);
  }
  return records;
}

function compareRecord(edits: readonly Edit[], { untouched }: ReadWorksheet, now: ProjectNow) {
  const [first] = edits;
  if (first === undefined) return { findings: [], agreed: 0, alike: 0 };
  if (first.mark.project !== now.id) {
    const findings = edits.map((edit) => finding(edit, now, 'unknown', 'This row is of another project.'));
    return { findings, agreed: 0, alike: 0 };
  }
  const decided = edits.filter((edit) => edit.decided);
  const unlike = decided.flatMap((edit) => untouched.get(rowKey(edit)) ?? []);
  const weighed = decided.map((edit) => weighDecision(edit, now));
  const different = weighed.filter((one) => one !== 'agreed');
  const { kept, alike } = once(different);
  // A copy that says nothing new, or nothing that can be understood, disagrees with one that does.
  const isUnlike = unlike.length > 0 || kept.length + alike < weighed.length;
  const isUnclear = kept.some(({ effect }) => effect === null);
  const isContested = contradict(kept) || isUnlike || isUnclear;
  const decisions = isContested ? kept.map((one) => duplicate(one, kept, unlike)) : kept;
  const remarked = edits.filter(({ comment }) => comment !== null);
  const remarks = remarked.map((edit) => weighComment(edit, now)).filter((one) => one !== null);
  const comments = once(remarks);
  return {
    findings: [...decisions, ...comments.kept],
    agreed: weighed.length - different.length + remarked.length - remarks.length,
    alike: alike + comments.alike,
  };
}

/** Findings that say the same of a record count once. A word taken out says nothing, even where putting off is offered for it. */
function once(findings: readonly Finding[]): { kept: Finding[]; alike: number } {
  const kept = new Map<string, Finding>();
  for (const one of findings) {
    const { kind, effect, text, note } = one;
    const key = JSON.stringify(effect === null ? [kind, text, note] : [effect, kind === 'blanked']);
    if (!kept.has(key)) kept.set(key, one);
  }
  return { kept: [...kept.values()], alike: findings.length - kept.size };
}

/** Whether these cannot all hold: two words on one record, or a word and a rejection about one customer. */
function contradict(findings: readonly Finding[]): boolean {
  const isReject = ({ effect }: Finding) => effect?.kind === 'decision' && effect.decision === 'reject';
  const words = findings.filter((one) => one.effect !== null && !isReject(one));
  const [word] = words;
  if (words.length > 1) return true;
  return word !== undefined && findings.some((one) => isReject(one) && one.customerId === word.customerId);
}

function duplicate(one: Finding, all: readonly Finding[], untouched: readonly number[]): Finding {
  if (one.effect === null) return one;
  const others = [
    ...all
      .filter((other) => other !== one)
      .map(({ sheet, row }) => (sheet === one.sheet ? String(row) : `${row} of “${sheet}”`)),
    ...untouched.map(String),
  ];
  const where = others.length === 0 ? '' : ` (also in row ${[...new Set(others)].slice(0, 5).join(', ')})`;
  const note = `In the file more than once with different words${where}. ${one.note}`.trim();
  return { ...one, kind: 'duplicate', note, choice: one.accountId ?? one.customerId ?? '' };
}

/** One customer that the file confirms for two accounts goes to neither: which is right is not for the program to say. */
function withoutDoubleClaims(findings: readonly Finding[], { severalAccounts }: ProjectNow): Finding[] {
  if (severalAccounts) return [...findings];
  const claims = new Map<CustomerId, Map<AccountId, Finding>>();
  for (const one of findings) {
    const { effect, kind } = one;
    if (effect?.kind !== 'decision' || effect.decision !== 'confirm' || !takenKinds.includes(kind)) continue;
    if (effect.customerId === null) continue;
    const known = claims.get(effect.customerId) ?? new Map<AccountId, Finding>();
    claims.set(effect.customerId, known.set(effect.accountId, one));
  }
  return findings.map((one) => {
    const { effect, kind } = one;
    if (effect?.kind !== 'decision' || effect.decision !== 'confirm' || !takenKinds.includes(kind))
      return one;
    const rivals = effect.customerId === null ? undefined : claims.get(effect.customerId);
    if (rivals === undefined || rivals.size < 2) return one;
    const others = [...rivals.values()].filter(({ accountId }) => accountId !== one.accountId);
    const names = others.map(({ name, row }) => `${name} (row ${row})`).join(', ');
    const note = `The file confirms this customer for ${names} too. One customer belongs to one account.`;
    return { ...one, kind: 'impossible', note, effect: null };
  });
}

const strayNotes: Record<StrayRow['why'], string> = {
  'no-mark': 'This row was added to the file, so it is not known what it is about.',
  damaged: 'The hidden mark of this row was changed, so it is not known what it is about.',
  shifted:
    'The cells of this row do not stand under their headings: a cell was inserted or deleted, or it is from another sheet.',
  torn: 'The id in this row is not the one it was made with: columns were sorted or pasted apart from each other.',
};

function strayFinding({ sheet, row, why, typed }: StrayRow): Finding {
  return {
    kind: 'unknown',
    sheet,
    row,
    accountId: null,
    customerId: null,
    name: '',
    made: null,
    file: null,
    now: null,
    text: typed,
    note: strayNotes[why],
    choice: '',
    effect: null,
  };
}
