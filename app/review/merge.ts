import type { DecisionEntry } from '#app/project/index.ts';
import type { AccountId } from '#shared/ids.ts';
import type { History } from './history.ts';

/** An account of which two reviewers say different things; null is no word, or one that was taken back. */
export interface Disagreement {
  readonly accountId: AccountId;
  readonly ours: DecisionEntry | null;
  readonly theirs: DecisionEntry | null;
}

/** What comes of putting another reviewer's decisions to our own. */
export interface MergePlan {
  /** Decisions of the other that go well with ours, account by account. */
  readonly adopted: DecisionEntry[];
  /** How many accounts both decided alike, each for themselves. */
  readonly agreed: number;
  readonly disagreements: Disagreement[];
}

type Entries = readonly DecisionEntry[];
type Verdict = 'agreed' | 'ours' | 'disagree' | { readonly adopt: Entries };

/**
 * Compares two histories, which may have begun as one. What only the other says is taken; where one goes on from what the
 * other says, the longer word counts; where they part, rejections add up and a skip gives way to any other word, and else
 * both words are given. Pure.
 */
export function mergePlan(ours: History, theirs: History): MergePlan {
  const plan: { adopted: DecisionEntry[]; agreed: number; disagreements: Disagreement[] } = {
    adopted: [],
    agreed: 0,
    disagreements: [],
  };
  for (const accountId of new Set([...ours.accounts(), ...theirs.accounts()])) {
    const mine = ours.inForce(accountId);
    const other = theirs.inForce(accountId);
    const verdict = compare(ours, theirs, accountId);
    if (verdict === 'agreed') plan.agreed += 1;
    else if (verdict === 'disagree') {
      plan.disagreements.push({ accountId, ours: mine.at(-1) ?? null, theirs: other.at(-1) ?? null });
    } else if (verdict !== 'ours') plan.adopted.push(...verdict.adopt);
  }
  return plan;
}

function compare(ours: History, theirs: History, account: AccountId): Verdict {
  const mine = ours.inForce(account);
  const other = theirs.inForce(account);
  const common = commonLength(mine, other);
  const onlyMine = mine.slice(common);
  const onlyOther = other.slice(common);
  // What one of them lacks was never seen there, or was taken back there.
  if (onlyOther.length === 0) return wasTakenBack(theirs, account, onlyMine) ? 'disagree' : 'ours';
  if (onlyMine.length === 0) {
    return wasTakenBack(ours, account, onlyOther) ? 'disagree' : { adopt: onlyOther };
  }
  return weigh(mine, onlyMine, onlyOther);
}

/** Compares what each said since they parted. Of the other's words the last counts, and what was rejected on the way. */
function weigh(mine: Entries, onlyMine: Entries, onlyOther: Entries): Verdict {
  const [myWord, theirWord] = [wordOf(onlyMine), wordOf(onlyOther)];
  const rejected = rejectsIn(mine);
  const fresh = onlyOther.filter(({ kind, customerId }) => kind === 'reject' && !rejected.has(customerId));
  if (theirWord === null) {
    if (myWord === null) return fresh.length === 0 ? 'agreed' : { adopt: fresh };
    return rejectsIn(onlyOther).has(confirmedIn(myWord)) ? 'disagree' : 'ours';
  }
  const theirs = { adopt: [...fresh, theirWord] };
  if (myWord === null) return rejected.has(confirmedIn(theirWord)) ? 'disagree' : theirs;
  if (myWord.kind === theirWord.kind && myWord.customerId === theirWord.customerId) return 'agreed';
  if (theirWord.kind === 'skip') return myWord.kind === 'skip' ? 'agreed' : 'ours';
  return myWord.kind === 'skip' ? theirs : 'disagree';
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

function wasTakenBack(history: History, account: AccountId, entries: Entries): boolean {
  const undone = new Set(
    history
      .all(account)
      .filter((each) => each.undone)
      .map(({ entry }) => markOf(entry)),
  );
  return entries.some((entry) => undone.has(markOf(entry)));
}

function markOf({ at, author, kind, customerId }: DecisionEntry): string {
  return JSON.stringify([at, author, kind, customerId]);
}
