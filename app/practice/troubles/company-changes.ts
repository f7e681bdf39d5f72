import { AppError } from '#shared/errors.ts';
import type { CompanyChange } from '#shared/practice.ts';
import { Random } from '../company/random.ts';
import type { Controlled } from '../http/control.ts';
import type { CompanyChangeKind } from './company-change.ts';
import { quickbooksChanges } from './quickbooks-changes.ts';
import { salesforceChanges } from './salesforce-changes.ts';

const kinds: readonly CompanyChangeKind[] = [...salesforceChanges, ...quickbooksChanges];

/** What somebody else does to a practice company's records, so that two exports differ. */
export class CompanyChanges {
  readonly #services: { readonly salesforce: Controlled; readonly quickbooks: Controlled };

  constructor(services: { readonly salesforce: Controlled; readonly quickbooks: Controlled }) {
    this.#services = services;
  }

  list(): CompanyChange[] {
    return kinds.map(({ id, side, title }) => ({ id, side, title }));
  }

  /**
   * Makes a change and gives what was done, as a sentence. Which records it meets follows from all writes before.
   * Errors: `input-invalid` for an id that there is not.
   */
  make(id: string): string {
    const kind = kinds.find((candidate) => candidate.id === id);
    if (kind === undefined) throw new AppError('input-invalid', { detail: `there is no change ${id}` });
    const { salesforce, quickbooks } = this.#services;
    const random = new Random(1 + salesforce.log.entries().length + quickbooks.log.entries().length);
    return kind.make({ salesforce, quickbooks, random }) ?? 'There is no record left to do that to.';
  }
}
