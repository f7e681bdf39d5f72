import type { FileOrigin } from '#shared/datasets.ts';
import type { FileProblem } from '#shared/files.ts';

/**
 * What is known of a file once it is read; `problems` are sentences for the person about single rows and columns, `found`
 * the same apart.
 */
export interface FileSummary {
  readonly origin: FileOrigin;
  readonly problems: string[];
  readonly found: FileProblem[];
}

/** Records of a file, about a thousand at a time, and what is known at the end. */
export type Batches<T, End extends FileSummary = FileSummary> = AsyncGenerator<readonly T[], End>;

/** Gives each batch to `take`, in their order, and then what is known at the end. Errors: those of the reading. */
export async function eachBatch<T, End extends FileSummary>(
  batches: Batches<T, End>,
  take: (batch: readonly T[]) => void | Promise<void>,
): Promise<End> {
  await using reading = batches;
  for (;;) {
    const { done, value } = await reading.next();
    if (done === true) return value;
    await take(value);
  }
}
