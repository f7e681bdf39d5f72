import { create } from 'zustand';
import type { AccountChoice } from '#shared/account-choice.ts';
import { allAccounts } from '#shared/account-choice.ts';
import type { DatasetInfo } from '#shared/datasets.ts';

/** Which accounts the person chose for the next export; null while that is still those of the last one. */
const useChosen = create<{ readonly choice: AccountChoice | null }>(() => ({ choice: null }));

/** Which accounts the last export took; all where there was none. */
export function lastChoice(dataset: DatasetInfo | null): AccountChoice {
  return dataset?.origin.kind === 'service' ? dataset.origin.choice : allAccounts;
}

/** Which accounts the next export takes: those chosen for it, else those of the last one. */
export function useNextChoice(dataset: DatasetInfo | null): AccountChoice {
  return useChosen(({ choice }) => choice) ?? lastChoice(dataset);
}

/** Keeps the choice until an export was done with it, whatever is on screen meanwhile. */
export function chooseNext(choice: AccountChoice): void {
  useChosen.setState({ choice });
}

/** Forgets the choice, once it was exported or when another project is opened. */
export function forgetNextChoice(): void {
  useChosen.setState({ choice: null });
}
