import type { Hooks } from '#app/sources/index.ts';
import type { CreatePlan, CreationEntry } from '#shared/creating.ts';
import type { TemplateSource } from '#shared/creation-template.ts';
import type { RunId } from '#shared/ids.ts';
import type { RunStatus } from '#shared/links.ts';
import type { Steps } from '#shared/steps.ts';

/** What would be created as things are, and the way to begin with it. */
export interface PreparedCreations {
  readonly plan: Omit<CreatePlan, 'unfinishedRun'>;
  /** How many records would be created. */
  readonly ready: number;
  /** Starts the run that creates those that are ready, in small steps. */
  beginning(): Steps<RunId>;
}

/** What creating in one of the services does in its own way; how it is called, started and ended is the same for both. */
export interface Direction {
  /** Errors: `create-needs-export`, and those of the connection. */
  prepare(signal: AbortSignal): Promise<PreparedCreations>;
  /** Errors: `decision-unknown-record`, `input-invalid`. */
  edit(sourceId: string, field: string, value: string | null): void;
  /** Errors: `input-invalid`. */
  setTemplate(field: string, source: TemplateSource | null): void;
  isRun(run: RunId): boolean;
  unfinished(): RunId | null;
  entries(run: RunId): CreationEntry[];
  /** Takes a run as far as it goes. */
  carryOn(run: RunId, hooks: Hooks): Promise<RunStatus>;
}
