/** How a long step is watched and stopped. */
export interface Hooks {
  /** Aborting it ends the step with the error `cancelled`. */
  readonly signal: AbortSignal;
  /** Aborting it asks the step to rest once what is under way is done, where it can be gone on with later. */
  readonly pausing?: AbortSignal;
  /** `step` is a phrase for the person; `total` is null while it is unknown. */
  progress(step: string, done: number, total: number | null): void;
}
