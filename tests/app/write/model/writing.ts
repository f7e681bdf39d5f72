import { openProject, type Project } from '#app/project/index.ts';
import {
  linksOf,
  restoring,
  runLinks,
  sharing,
  undoingLinks,
  undoJudge,
  undoPlanOf,
  writingLinks,
} from '#app/write/index.ts';
import { AppError } from '#shared/errors.ts';
import type { AccountId, RunId } from '#shared/ids.ts';
import type { JournalState } from '#shared/journal-state.ts';
import type { LinkFields } from '#shared/links.ts';
import { atOnce } from '#shared/steps.ts';
import { FakeServices } from '../../../support/fake-services.ts';
import { anOrganisation, aProject, aTime } from '../../../support/projects.ts';
import { aCustomer, accountId, anAccount } from '../../../support/records.ts';

/** Where an entry may go from each state, without anybody planning it anew. */
const legal: Readonly<Record<JournalState, readonly JournalState[]>> = {
  planned: ['sent', 'done', 'refused'],
  sent: ['done', 'failed', 'refused', 'unknown', 'planned'],
  unknown: ['done', 'refused', 'planned'],
  done: [],
  // What somebody else had locked is tried once more by the same run.
  failed: ['planned'],
  refused: [],
};

/** The death of the program. */
class Death extends Error {}

const accounts = 3;
const customers = 2 * accounts;

/** The real journal and the real writer over services in memory, with what a person and bad luck do to them. */
export class Writing {
  readonly services: FakeServices;
  readonly wrong: string[] = [];
  project: Project;
  /** How many things happen until the program dies; null for never. */
  diesIn: number | null = null;
  /** How many until the person stops the run. */
  stopsIn: number | null = null;
  #isDead = false;

  constructor() {
    const theirs = Array.from({ length: accounts }, (_, i) => anAccount(i + 1));
    const ours = Array.from({ length: customers }, (_, i) => aCustomer(i + 1));
    this.project = aProject({ accounts: theirs, customers: ours });
    this.services = new FakeServices(theirs, ours);
    this.services.onCommit = () => this.#happens();
  }

  /** The id that an account carries. */
  link(account: number): string {
    return this.services.links.get(accountId(account))?.link.customerId ?? 'gone';
  }

  /** The link fields of an account. */
  fields(account: number): LinkFields | undefined {
    return this.services.links.get(accountId(account))?.link;
  }

  /** The package moves an account's SyncToken on, as it does at any time. */
  moveToken(account: number, syncToken: string): void {
    this.services.links.set(accountId(account), {
      link: { customerId: this.link(account), syncToken },
      systemModstamp: '',
    });
  }

  /** Begins a run that gives these accounts these customers. */
  plan(links: readonly (readonly [account: number, customer: number])[]): RunId {
    const pairs = links.map(([account, number]) => {
      const customer = aCustomer(number);
      return {
        account: anAccount(account, { linkedCustomerId: this.link(account), systemModstamp: '' }),
        customer,
        decisionSeq: number,
        target: { customerId: customer.id, syncToken: customer.syncToken },
      };
    });
    return this.project.journal.begin(atOnce(linksOf(pairs)), anOrganisation, 'tester', aTime);
  }

  /** Begins a run that undoes another; null where there is nothing to undo. */
  async planUndo(undone: RunId): Promise<RunId | null> {
    const links = atOnce(restoring(this.project.journal.entryBatches(undone)));
    const judge = await undoJudge(
      this.#basisOf(undone, links),
      this.services,
      links,
      new AbortController().signal,
    );
    const current = await this.services.readLinks(links.map((link) => link.accountId));
    const plan = atOnce(
      undoPlanOf({
        run: undone,
        links,
        current,
        judge,
        target: anOrganisation,
        unfinishedRun: null,
        made: null,
      }),
    );
    if (plan.plan.restored.length === 0) return null;
    return this.project.journal.begin(plan.links, anOrganisation, 'tester', aTime, undone);
  }

  /** Takes a run as far as it goes. The errors of the services end it, as they do in the program. */
  async goOn(run: RunId): Promise<void> {
    const undone = this.project.journal.run(run)?.undoes ?? null;
    const kind =
      undone === null
        ? writingLinks({
            salesforce: this.services,
            quickbooks: this.services,
            severalAccounts: true,
            isInForce: () => true,
          })
        : undoingLinks(this.#basisOf(undone, this.project.journal.entries(run)), this.services);
    const stop = new AbortController();
    const ports = {
      salesforce: this.services,
      journal: this.#watched(run, stop),
      now: () => aTime,
      onWritten: () => this.#happens(),
      // Nothing is slow here, so nothing is waited for.
      limits: { pauses: [0, 0], lockPauses: [0, 0] },
    };
    try {
      await runLinks(run, kind, ports, { signal: stop.signal, progress: () => undefined });
    } catch (error) {
      if (!(error instanceof AppError) && !(error instanceof Death)) throw error;
    }
    this.services.faults.length = 0;
    this.diesIn = null;
    this.stopsIn = null;
  }

  /** Starts the program again on its project. */
  reopen(): void {
    const { path } = this.project;
    this.project.close();
    this.project = openProject(path);
    this.#isDead = false;
  }

  states(run: RunId): Map<AccountId, JournalState> {
    return new Map(this.project.journal.entries(run).map(({ accountId, state }) => [accountId, state]));
  }

  /** The run that is not at its end. */
  get open(): RunId | null {
    return this.project.journal.unfinished();
  }

  #basisOf(undone: RunId, together: Parameters<typeof undoPlanOf>[0]['links']) {
    const { journal } = this.project;
    const effect = journal.effectOf(undone);
    if (effect === null) throw new Error(`no run ${undone}`);
    return {
      effect,
      trails: atOnce(journal.trails()),
      sharing: atOnce(sharing([together])),
      severalAccounts: true,
    };
  }

  /** The journal, which sees to it that no entry takes a way that is not legal, and where the program may die. */
  #watched(run: RunId, stop: AbortController): Project['journal'] {
    const { journal } = this.project;
    return {
      ...journal,
      record: (of, outcomes, at) => {
        this.#happens(stop);
        const before = this.states(run);
        const targets = new Map(
          journal.entries(run).map(({ accountId: id, after }) => [id, after.customerId]),
        );
        for (const { accountId: id, state } of outcomes) {
          const from = before.get(id) ?? 'planned';
          if (!legal[from].includes(state)) this.wrong.push(`${id} goes from ${from} to ${state}`);
          const isThere = this.services.links.get(id)?.link.customerId === targets.get(id);
          if (state === 'planned' && isThere) this.wrong.push(`${id} is planned again, and was written`);
        }
        journal.record(of, outcomes, at);
        this.#happens(stop);
      },
    };
  }

  #happens(stop?: AbortController): void {
    if (this.stopsIn !== null && this.stopsIn-- === 0) stop?.abort();
    if (this.diesIn !== null && this.diesIn-- === 0) this.#isDead = true;
    if (this.#isDead) throw new Death();
  }
}
