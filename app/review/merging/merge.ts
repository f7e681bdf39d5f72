import type { DecisionEntry } from '#app/project/index.ts';
import type { AccountId } from '#shared/ids.ts';
import type { Steps } from '#shared/steps.ts';
import type { History } from '../history.ts';

/**
 * An account of which two reviewers say different things; null is no word, or one that was taken back. `theirSay` is what
 * would have to be taken over for theirs to count; nothing where they only took something back.
 */
export interface Disagreement {
  readonly accountId: AccountId;
  readonly ours: DecisionEntry | null;
  readonly theirs: DecisionEntry | null;
  readonly theirSay: Entries;
}

/** What comes of putting another reviewer's decisions to our own. */
export interface MergePlan {
  /** Decisions of the other that go well with ours, account by account: what was rejected, then the last word. */
  readonly adopted: DecisionEntry[];
  /** How many accounts both decided alike, each for themselves. */
  readonly agreed: number;
  readonly disagreements: Disagreement[];
}

type Entries = readonly DecisionEntry[];
type Verdict = 'agreed' | 'ours' | 'disagree' | 'theirs';

/** So many accounts are compared between two turns of others. */
const accountsAtOnce = 1_000;

/**
 * Compares two histories, which may have begun as one. What only the other says is taken; where both say something since
 * they parted, rejections add up and a skip gives way to any other word, and else both words are given, as they are where
 * one took back the word of the other. Pure, in small steps.
 */
export function* planningMerge(ours: History, theirs: History): Steps<MergePlan> {
  const plan: { adopted: DecisionEntry[]; agreed: number; disagreements: Disagreement[] } = {
    adopted: [],
    agreed: 0,
    disagreements: [],
  };
  let done = 0;
  for (const accountId of new Set([...ours.accounts(), ...theirs.accounts()])) {
    done += 1;
    if (done % accountsAtOnce === 0) yield;
    const mine = ours.inForce(accountId);
    const other = theirs.inForce(accountId);
    const say = sayOf(mine, other);
    const verdict = compare(mine, other, say, {
      ours: takenBack(ours, accountId),
      theirs: takenBack(theirs, accountId),
    });
    if (verdict === 'agreed') plan.agreed += 1;
    else if (verdict === 'theirs') plan.adopted.push(...say);
    else if (verdict === 'disagree') {
      const [mineLast, otherLast] = [mine.at(-1) ?? null, other.at(-1) ?? null];
      plan.disagreements.push({ accountId, ours: mineLast, theirs: otherLast, theirSay: say });
    }
  }
  return plan;
}

/** What the other says that we do not: what they rejected, and their last word. */
function sayOf(mine: Entries, other: Entries): DecisionEntry[] {
  const rejected = rejectsIn(mine);
  const since = other.slice(commonLength(mine, other));
  const fresh = since.filter(({ kind, customerId }) => kind === 'reject' && !rejected.has(customerId));
  const word = wordOf(since);
  return word === null ? fresh : [...fresh, word];
}

type TakenBack = Readonly<Record<'ours' | 'theirs', ReadonlySet<string>>>;

function compare(mine: Entries, other: Entries, theirSay: Entries, takenBackIn: TakenBack): Verdict {
  const common = commonLength(mine, other);
  const [onlyMine, onlyOther] = [mine.slice(common), other.slice(common)];
  // What one of them lacks was never seen there, or was taken back there.
  if (onlyMine.some((entry) => takenBackIn.theirs.has(markOf(entry)))) return 'disagree';
  if (onlyOther.some((entry) => takenBackIn.ours.has(markOf(entry)))) return 'disagree';
  if (onlyOther.length === 0) return 'ours';
  const [myWord, theirWord] = [wordOf(mine), wordOf(other)];
  if (myWord !== null && theirWord !== null && sameWord(myWord, theirWord)) return 'agreed';
  if (onlyMine.length === 0) return theirSay.length === 0 ? 'ours' : 'theirs';
  return weigh(mine, onlyMine, onlyOther, theirSay);
}

/** Compares what each said since they parted. */
function weigh(mine: Entries, onlyMine: Entries, onlyOther: Entries, theirSay: Entries): Verdict {
  const [myWord, theirWord] = [wordOf(onlyMine), wordOf(onlyOther)];
  if (theirWord === null) {
    if (myWord === null) return theirSay.length === 0 ? 'agreed' : 'theirs';
    return rejectsIn(onlyOther).has(confirmedIn(myWord)) ? 'disagree' : 'ours';
  }
  if (myWord === null) return rejectsIn(mine).has(confirmedIn(theirWord)) ? 'disagree' : 'theirs';
  if (theirWord.kind === 'skip') return 'ours';
  return myWord.kind === 'skip' ? 'theirs' : 'disagree';
}

function sameWord(one: DecisionEntry, other: DecisionEntry): boolean {
  return one.kind === other.kind && (one.kind !== 'confirm' || one.customerId === other.customerId);
}

/** The customer that a word confirms; undefined of any other word. */
function confirmedIn({ kind, customerId }: DecisionEntry): DecisionEntry['customerId'] | undefined {
  return kind === 'confirm' ? customerId : undefined;
}

/** The last word on an account; null where candidates were rejected and nothing else was said. */
function wordOf(entries: Entries): DecisionEntry | null {
  const last = entries.at(-1);
  return last === undefined || last.kind === 'reject' ? null : last;
}

function rejectsIn(entries: Entries): Set<DecisionEntry['customerId'] | undefined> {
  return new Set(entries.filter(({ kind }) => kind === 'reject').map(({ customerId }) => customerId));
}

/** How many decisions both begin with: the same decision, of the same person at the same time. */
function commonLength(mine: Entries, other: Entries): number {
  const differs = mine.findIndex((entry, place) => {
    const counterpart = other[place];
    return counterpart === undefined || markOf(entry) !== markOf(counterpart);
  });
  return differs < 0 ? mine.length : differs;
}

function takenBack(history: History, account: AccountId): Set<string> {
  const undone = history.all(account).filter((each) => each.undone);
  return new Set(undone.map(({ entry }) => markOf(entry)));
}

function markOf({ at, author, kind, customerId }: DecisionEntry): string {
  return JSON.stringify([at, author, kind, customerId]);
}
