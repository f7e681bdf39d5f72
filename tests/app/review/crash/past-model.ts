import type { LogEntry } from '#app/project/index.ts';
import type { DecisionKind } from '#shared/decisions.ts';
import { accountId, customerId } from '../../../support/records.ts';

/** Something a person does. Every decision is about an account of its own. */
export type Action =
  | { readonly do: 'decide'; readonly n: number; readonly kind: DecisionKind }
  | { readonly do: 'undo' | 'redo' };

/** A line of the log as far as the actions say what it must be. */
export interface Line {
  readonly type: LogEntry['type'];
  readonly batch: number;
  readonly what: string;
}

/** The call that an action is. */
export function callOf(action: Action): { method: string; input: unknown } {
  if (action.do !== 'decide') return { method: `review.${action.do}`, input: {} };
  const { n, kind } = action;
  const aboutPair = kind === 'confirm' || kind === 'reject';
  const input = { accountId: accountId(n), kind, customerId: aboutPair ? customerId(n) : null };
  return { method: 'review.decide', input };
}

/** A line of the real log in the model's words. */
export function lineOf(entry: LogEntry): Line {
  const what = entry.type === 'decision' ? `${entry.kind} ${entry.accountId}` : '';
  return { type: entry.type, batch: entry.batch, what };
}

/** What the log must be: two stacks of batches and the lines so far, written without the app's own history. */
export class PastModel {
  readonly lines: Line[] = [];
  readonly done: number[] = [];
  readonly undone: number[] = [];
  #batches = 0;

  /** The model after these lines. */
  static of(lines: readonly Line[]): PastModel {
    const model = new PastModel();
    for (const line of lines) model.#take(line);
    return model;
  }

  /** Does an action; gives the line that it writes, or null where there is nothing to undo or redo. */
  act(action: Action): Line | null {
    const line = this.#lineFor(action);
    if (line !== null) this.#take(line);
    return line;
  }

  #lineFor(action: Action): Line | null {
    if (action.do === 'decide') {
      return {
        type: 'decision',
        batch: this.#batches + 1,
        what: `${action.kind} ${accountId(action.n)}`,
      };
    }
    const batch = (action.do === 'undo' ? this.done : this.undone).at(-1);
    return batch === undefined ? null : { type: action.do, batch, what: '' };
  }

  #take(line: Line): void {
    this.lines.push(line);
    if (line.type === 'undo') this.undone.push(this.done.pop() ?? 0);
    else if (line.type === 'redo') this.done.push(this.undone.pop() ?? 0);
    else {
      this.#batches = line.batch;
      this.done.push(line.batch);
      this.undone.length = 0;
    }
  }
}
