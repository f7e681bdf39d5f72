import type { Gathering } from '#app/match/index.ts';
import type { ColumnMap, Hooks } from '#app/sources/index.ts';

/** Where customers are gathered from: a file, or a project that is open in this program. */
export type CustomersSource =
  | { readonly kind: 'file'; readonly path: string; readonly map: ColumnMap | null }
  | { readonly kind: 'project'; readonly path: string };

/**
 * Gathers customers batch by batch and calls `onBatch` after each; gives what was wrong with single rows.
 * Errors: those of `streamCustomersFile`.
 */
export async function gatherCustomers(
  source: CustomersSource,
  gathering: Gathering,
  hooks: Hooks,
  onBatch: () => void | Promise<void> = () => {},
): Promise<readonly string[]> {
  if (source.kind === 'project') {
    const { openForReading } = await import('#app/project/index.ts');
    const project = openForReading(source.path);
    try {
      for (const batch of project.records.customerBatches()) {
        for (const customer of batch) gathering.addCustomer(customer);
        await onBatch();
      }
    } finally {
      project.close();
    }
    return [];
  }
  const { eachBatch, streamCustomersFile } = await import('#app/sources/index.ts');
  const batches = streamCustomersFile(source.path, source.map === null ? {} : { map: source.map }, hooks);
  const { problems, parents } = await eachBatch(batches, async (batch) => {
    for (const customer of batch) gathering.addCustomer(customer);
    await onBatch();
  });
  gathering.nameParents(parents);
  return problems;
}
