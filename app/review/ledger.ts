import type { DecisionEntry, LastOutcome, LinkTrail, LogEntry, Project } from '#app/project/index.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { LinkDoubt } from '#shared/matching.ts';
import type { ProposalOutline } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import { atOnce, type Steps } from '#shared/steps.ts';
import { DriftHistory } from './drift/drift-history.ts';
import { driftEffects } from './drift/effects.ts';
import { History } from './history.ts';
import { Holders } from './holders.ts';
import { lapseOf } from './lapse.ts';
import { contentOf, type LedgerContent } from './ledger-content.ts';
import { linkProblemOf } from './link-problem.ts';
import { type Rejections, rejectionsIn } from './rejections.ts';
import { type Standing, standingOf } from './standing.ts';
import { undoneSentence } from './undone-words.ts';

/** So many records are laid out between two turns of others. */
const recordsAtOnce = 2_000;

/**
 * A project's review in memory: records, proposals, decisions, and from them who has which customer and where
 * every account stands. Standings are worked out when asked for and kept until something they rest on changes.
 */
export class Ledger {
  readonly #accounts: Map<AccountId, Account>;
  readonly customers: ReadonlyMap<CustomerId, Customer>;
  /** The revision of the records that are shown: what is decided is decided on these. */
  readonly revision: number;
  readonly #proposals: Map<AccountId, ProposalOutline>;
  readonly history: History;
  readonly #outcomes: ReadonlyMap<AccountId, LastOutcome>;
  readonly #trails: ReadonlyMap<AccountId, LinkTrail>;
  /** Whether one customer may belong to several accounts. */
  readonly severalAccounts: boolean;
  readonly #hasCustomerIds: boolean;
  /** Accounts that were turned down for good before the last match, each with the decision that did so. */
  readonly #settled: ReadonlyMap<AccountId, number>;
  /** Links that the records spoke against when they were matched last. */
  readonly #doubts: ReadonlyMap<AccountId, LinkDoubt>;
  readonly #drift: DriftHistory;
  readonly #commented: Set<AccountId>;
  readonly #holders = new Holders();
  /** Why a rejection no longer counts, by its place in the log. */
  readonly #lapses = new Map<number, string>();
  /** The accounts that have this customer among their candidates. */
  readonly #interested = new Map<CustomerId, AccountId[]>();
  /** The accounts whose tie depends on what is decided for this one. */
  readonly #watchers = new Map<AccountId, AccountId[]>();
  #isPartial = false;
  readonly #standings = new Map<AccountId, Standing>();

  private constructor(
    project: Project,
    content: LedgerContent,
    history: History,
    trails: ReadonlyMap<AccountId, LinkTrail>,
    outcomes: ReadonlyMap<AccountId, LastOutcome>,
  ) {
    this.#accounts = new Map(content.accounts);
    this.customers = content.customers;
    this.revision = content.revision;
    this.#proposals = new Map();
    this.history = history;
    this.#outcomes = outcomes;
    this.#trails = trails;
    this.severalAccounts = project.teaching.policy().severalAccounts;
    const origin = project.records.info('quickbooks')?.origin;
    this.#hasCustomerIds = origin?.kind !== 'file' || origin.hasIds;
    this.#drift = new DriftHistory(project.drift.bearing());
    this.#commented = new Set(project.comments.accounts());
    const { settled, doubts } = project.proposals.record();
    this.#settled = new Map(settled);
    this.#doubts = new Map(doubts.map((doubt) => [doubt.accountId, doubt]));
  }

  /** The ledger of a project; `content` is what the project holds, where it has been read already. */
  static of(project: Project, content: LedgerContent = contentOf(project)): Ledger {
    return atOnce(Ledger.making(project, content));
  }

  /** Makes a ledger in small steps. What is decided while it is made may or may not be in it: its history says. */
  static *making(project: Project, content: LedgerContent): Steps<Ledger> {
    const trails = yield* project.journal.trailsOfUndos();
    const outcomes = yield* project.journal.lastOutcomes();
    const history = yield* History.replaying(project.decisions, trails);
    const ledger = new Ledger(project, content, history, trails, outcomes);
    let done = 0;
    for (const id of ledger.accounts.keys()) {
      ledger.#settleHolder(id);
      done += 1;
      if (done % recordsAtOnce === 0) yield;
    }
    for (const proposal of content.proposals.values()) {
      ledger.#propose(proposal);
      done += 1;
      if (done % recordsAtOnce === 0) yield;
    }
    return ledger;
  }

  get proposals(): ReadonlyMap<AccountId, ProposalOutline> {
    return this.#proposals;
  }

  /** Whether it has proposals of a match that still runs. */
  get isPartial(): boolean {
    return this.#isPartial;
  }

  /** Takes in the first proposals of a match that still runs; until it is done the other accounts are not listed. */
  proposeEarly(proposals: Iterable<ProposalOutline>): void {
    this.#isPartial = true;
    for (const proposal of proposals) this.#propose(proposal);
  }

  /** The accounts that there is something to say about, in the order of their source. */
  *listed(): Generator<AccountId> {
    for (const id of this.#accounts.keys()) if (this.isListed(id)) yield id;
  }

  /** Whether there is something to say about an account. */
  isListed(id: AccountId): boolean {
    const isWaiting = this.#isPartial && !this.#proposals.has(id);
    return !isWaiting || this.standing(id).state !== 'no-candidate';
  }

  #propose(proposal: ProposalOutline): void {
    const { accountId, candidates, rivals } = proposal;
    this.#proposals.set(accountId, proposal);
    this.#standings.delete(accountId);
    for (const { customerId } of candidates) add(this.#interested, customerId, accountId);
    for (const rival of rivals) if (rival.kind === 'account') add(this.#watchers, rival.accountId, accountId);
  }

  get accounts(): ReadonlyMap<AccountId, Account> {
    return this.#accounts;
  }

  /** Takes in what is now known of an account, after its link was written; gives whose standing may have changed. */
  update(account: Account): AccountId[] {
    this.#accounts.set(account.id, account);
    const holders = this.#settleHolder(account.id).flatMap((customer) => this.holdersOf(customer));
    const touched = [...new Set([account.id, ...holders])];
    for (const id of touched) this.#standings.delete(id);
    return touched;
  }

  /** Whether somebody wrote a remark beside this account. */
  isCommented(id: AccountId): boolean {
    return this.#commented.has(id);
  }

  /** Takes in that somebody wrote a remark beside this account. */
  noteComment(id: AccountId): void {
    this.#commented.add(id);
  }

  /** Where this account stands now. */
  standing(id: AccountId): Standing {
    const known = this.#standings.get(id);
    if (known !== undefined) return known;
    const account = this.accounts.get(id);
    if (account === undefined) throw new Error(`No account ${id} in the ledger`);
    const decisions = this.history.inForce(id);
    const standing = standingOf({
      account,
      linked: this.#linkedCustomer(account),
      hasCustomerIds: this.#hasCustomerIds,
      linkProblem: this.#linkProblem(account),
      drift: driftEffects({
        account,
        decisions,
        customers: this.customers,
        drift: this.#drift,
        confirmedFor: (other) => this.confirmedFor(other),
      }),
      proposal: this.proposals.get(id),
      decisions,
      settledBy: this.#settled.get(id) ?? null,
      outcome: this.#outcomes.get(id),
      undone: undoneSentence(this.#trails.get(id)?.undone ?? null, decisions),
      isFree: (customer) => this.#isFree(customer, id),
      rejections: this.rejectionsOf(id),
      stillWants: (rival, customer) => this.#stillWants(rival, customer),
    });
    this.#standings.set(id, standing);
    return standing;
  }

  /** The accounts that have this customer, by the id they carry or by a decision in force. */
  holdersOf(customer: CustomerId): AccountId[] {
    return this.#holders.of(customer);
  }

  /** The accounts that have this customer among their candidates. */
  interestedIn(customer: CustomerId): readonly AccountId[] {
    return this.#interested.get(customer) ?? [];
  }

  /** The accounts that name this one as a rival in their proposal. */
  namersOf(rival: AccountId): readonly AccountId[] {
    return this.#watchers.get(rival) ?? [];
  }

  /** These accounts by name, as a person reads them; null for none. */
  namesOf(accounts: readonly AccountId[]): string | null {
    if (accounts.length === 0) return null;
    return accounts.map((id) => this.accounts.get(id)?.name ?? id).join(', ');
  }

  /** The accounts beside this one that have the customer. */
  othersWith(customer: CustomerId, account: AccountId): AccountId[] {
    return this.#holders.of(customer).filter((holder) => holder !== account);
  }

  /** The customer that the person confirmed for this account, which may be gone; null for none. */
  confirmedFor(id: AccountId): CustomerId | null {
    const last = this.history.inForce(id).at(-1);
    return last?.kind === 'confirm' ? last.customerId : null;
  }

  /** The customers that the person has turned down for this account, told apart by whether that still counts. */
  rejectionsOf(id: AccountId): Rejections {
    return rejectionsIn(this.history.inForce(id), (reject) => this.#lapse(reject));
  }

  /** Takes in a line of the log; gives every account whose standing it may have changed, the decided ones first. */
  apply(entry: LogEntry): AccountId[] {
    const { accounts } = this.history.apply(entry);
    const decided = accounts.filter((id) => this.accounts.has(id));
    const touched = new Set<AccountId>(decided);
    // What was said of an account that is gone counts for the one that it was merged into.
    for (const id of accounts) {
      const master = this.#drift.masterOf(id);
      if (master !== undefined) touched.add(master);
    }
    for (const id of decided) {
      for (const customer of this.#settleHolder(id)) {
        for (const other of this.#interested.get(customer) ?? []) touched.add(other);
        for (const other of this.holdersOf(customer)) touched.add(other);
      }
      for (const other of this.#watchers.get(id) ?? []) touched.add(other);
    }
    for (const id of touched) this.#standings.delete(id);
    return [...touched].filter((id) => this.accounts.has(id));
  }

  /** What is wrong with the link that an account carries; `''` where nothing is, or where it carries none. */
  #linkProblem(account: Account): string {
    const customer = this.customers.get(account.linkedCustomerId as CustomerId);
    if (customer === undefined) return '';
    const others = this.severalAccounts ? [] : this.#othersLinkedTo(customer.id, account.id);
    const doubt = this.#doubts.get(account.id);
    return linkProblemOf({
      customer,
      others: this.namesOf(others),
      doubt: doubt?.customerId === customer.id ? doubt.reason : null,
    });
  }

  #othersLinkedTo(customer: CustomerId, account: AccountId): AccountId[] {
    return this.othersWith(customer, account).filter(
      (other) => this.#accounts.get(other)?.linkedCustomerId === customer,
    );
  }

  #linkedCustomer(account: Account): CustomerId | null {
    return this.customers.get(account.linkedCustomerId as CustomerId)?.id ?? null;
  }

  /** Works out anew what this account holds; gives the customers whose holder changed. */
  #settleHolder(id: AccountId): CustomerId[] {
    const account = this.accounts.get(id);
    if (account === undefined) return [];
    return this.#holders.set(id, this.#linkedCustomer(account) ?? this.confirmedFor(id));
  }

  #isFree(customer: CustomerId, account: AccountId): boolean {
    if (!this.customers.has(customer)) return false;
    return this.severalAccounts || this.othersWith(customer, account).length === 0;
  }

  #lapse(reject: DecisionEntry): string {
    const known = this.#lapses.get(reject.seq);
    if (known !== undefined) return known;
    const account = this.accounts.get(reject.accountId);
    const customer = reject.customerId === null ? undefined : this.customers.get(reject.customerId);
    const lapse = account === undefined || customer === undefined ? '' : lapseOf(reject, account, customer);
    this.#lapses.set(reject.seq, lapse);
    return lapse;
  }

  #stillWants(rival: AccountId, customer: CustomerId): boolean {
    const account = this.accounts.get(rival);
    if (account === undefined || this.#linkedCustomer(account) !== null) return false;
    const decisions = this.history.inForce(rival);
    const last = decisions.at(-1);
    if (last !== undefined && last.kind !== 'reject' && last.kind !== 'skip') return false;
    return !this.rejectionsOf(rival).inForce.has(customer);
  }
}

function add<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
