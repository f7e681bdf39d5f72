import type { Side } from '#shared/datasets.ts';
import { AppError } from '#shared/errors.ts';
import type { Often, Trouble } from '#shared/practice.ts';
import type { Controlled } from '../http/control.ts';
import { FaultRule } from '../http/fault-rule.ts';
import { quickbooksTroubles } from './quickbooks-troubles.ts';
import { salesforceTroubles } from './salesforce-troubles.ts';
import { type TroubleKind, timesOf } from './trouble.ts';

const kinds: readonly TroubleKind[] = [...salesforceTroubles, ...quickbooksTroubles];
/** So few that a query of the practice company has several pages, and as many as Salesforce gives at the most. */
const rowsPerPage = { small: 200, usual: 2_000 };

/** What goes wrong at a practice company, switched on and off by name. Restarting or resetting it switches all off. */
export class SwitchedTroubles {
  readonly #services: Readonly<Record<Side, Controlled>>;
  readonly #often = new Map<string, Often>();

  constructor(services: Readonly<Record<Side, Controlled>>) {
    this.#services = services;
  }

  /** Everything that can go wrong, and which of it is on. */
  list(): Trouble[] {
    return kinds.map(({ id, side, title, hint, onlyOnce = false }) => {
      const standing = this.#services[side].faults.standing(id);
      const often = standing === null ? null : (this.#often.get(id) ?? null);
      const { struck, over } = standing ?? { struck: 0, over: false };
      return { id, side, title, hint, onlyOnce, often, struck, over };
    });
  }

  /** Switches one on, counting anew, or off with null. Errors: `input-invalid` for an id that there is not. */
  set(id: string, often: Often | null): void {
    const kind = kinds.find((candidate) => candidate.id === id);
    if (kind === undefined) throw new AppError('input-invalid', { detail: `there is no trouble ${id}` });
    const service = this.#services[kind.side];
    const records = (entity: string) => service.records()[entity] ?? [];
    const rules = often === null ? [] : kind.rules(timesOf(often), records);
    service.faults.switch(
      id,
      rules.map((rule) => FaultRule.parse(rule)),
    );
    if (often !== null) this.#often.set(id, often);
    this.#setPages();
  }

  /** Switches everything off, what was armed by the control too. */
  clear(): void {
    for (const { faults } of Object.values(this.#services)) faults.arm([]);
    this.#setPages();
  }

  #setPages(): void {
    const { salesforce } = this.#services;
    const wantsSmall = kinds.some(
      ({ id, smallPages }) => smallPages === true && salesforce.faults.standing(id) !== null,
    );
    salesforce.setLimits({ rowsPerPage: wantsSmall ? rowsPerPage.small : rowsPerPage.usual });
  }
}
