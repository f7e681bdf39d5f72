import type { MethodOutput } from '#shared/contract.ts';
import type { Truth } from '../truth/truth.ts';

/** What is held against the truth at the end of a run. The maps are by the numbers of the runs. */
export interface Claims {
  readonly truth: Truth;
  readonly journals: Map<number, MethodOutput<'runs.journal'>>;
  readonly creations: Map<number, MethodOutput<'create.journal'>>;
  readonly removals: Map<number, MethodOutput<'runs.removals'>>;
  /** The project file, closed. */
  readonly project: string;
  /** The customers that a person confirmed for accounts, and that were not undone. */
  readonly wanted: ReadonlyMap<string, string>;
  /** Accounts whose write a rule or a lock may have refused. */
  readonly hindered: ReadonlySet<string>;
}
