import type { MethodInput } from '#shared/contract.ts';
import {
  type FindingKind,
  takenKinds,
  type WorksheetFinding,
  type WorksheetPreview,
} from '#shared/worksheet.ts';

/** The kinds of which all can be taken over with one click; of rows that are in the file twice one has to be picked. */
export const wholeKinds = ['conflict', 'stale', 'blanked'] as const;
type WholeKind = (typeof wholeKinds)[number];

/** Of which findings the file's word counts. */
export interface Choices {
  /** For each kind whether all are taken over, and those that are the exception. */
  readonly kinds: Readonly<Record<WholeKind, { readonly all: boolean; readonly but: ReadonlySet<number> }>>;
  /** Of rows that are in the file more than once, the finding that counts, by their common choice. */
  readonly picked: ReadonlyMap<string, number>;
}

const none = { all: false, but: new Set<number>() } as const;
/** What is decided in the app counts. */
export const keepAll: Choices = {
  kinds: { conflict: none, stale: none, blanked: none },
  picked: new Map(),
};

type Asked = Pick<WorksheetFinding, 'id' | 'kind' | 'choice'>;

function wholeKind(kind: FindingKind): WholeKind | null {
  return wholeKinds.find((one) => one === kind) ?? null;
}

/** Whether a finding is asked about, rather than taken over or told. */
export function isAsked(kind: FindingKind): boolean {
  return kind === 'duplicate' || wholeKind(kind) !== null;
}

/** Whether the file's word counts for this finding. */
export function isTaken({ kinds, picked }: Choices, { id, kind, choice }: Asked): boolean {
  if (kind === 'duplicate') return picked.get(choice) === id;
  const whole = wholeKind(kind);
  return whole !== null && kinds[whole].all !== kinds[whole].but.has(id);
}

/** The choices with the file's word for this finding, or without it. */
export function chosen(choices: Choices, finding: Asked, take: boolean): Choices {
  if (isTaken(choices, finding) === take) return choices;
  if (finding.kind === 'duplicate') {
    const picked = new Map(choices.picked);
    if (take) picked.set(finding.choice, finding.id);
    else picked.delete(finding.choice);
    return { ...choices, picked };
  }
  const whole = wholeKind(finding.kind);
  if (whole === null) return choices;
  const { all, but } = choices.kinds[whole];
  const kinds = { ...choices.kinds, [whole]: { all, but: but.symmetricDifference(new Set([finding.id])) } };
  return { ...choices, kinds };
}

/** The choices with the file's word for all of a kind, or for none. */
export function chosenAll(choices: Choices, kind: WholeKind, all: boolean): Choices {
  return { ...choices, kinds: { ...choices.kinds, [kind]: { all, but: new Set() } } };
}

/** How many decisions would be taken over; comments go with them. */
export function decisionCount({ kinds, picked }: Choices, counts: WorksheetPreview['counts']): number {
  const given = takenKinds.reduce((sum, kind) => sum + (kind === 'comment' ? 0 : counts[kind]), 0);
  const asked = wholeKinds.reduce((sum, kind) => {
    const { all, but } = kinds[kind];
    return sum + (all ? counts[kind] - but.size : but.size);
  }, 0);
  return given + asked + picked.size;
}

/** The choices as the engine is told them. */
export function appliedInput({ kinds, picked }: Choices, reading: number): MethodInput<'worksheet.apply'> {
  const exceptions = (all: boolean) =>
    wholeKinds.flatMap((kind) => (kinds[kind].all === all ? [...kinds[kind].but] : []));
  return {
    reading,
    kinds: wholeKinds.filter((kind) => kinds[kind].all),
    take: [...exceptions(false), ...picked.values()],
    leave: exceptions(true),
  };
}
