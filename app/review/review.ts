// Longer than other files: every change of the review goes through the one ledger that this holds and replaces.
import { setImmediate } from 'node:timers/promises';
import { comparePairs, type MatchModel, storedModel } from '#app/match/index.ts';
import type {
  AnyNewDecision,
  DecisionEntry,
  LogEntry,
  NewCustomerDecision,
  NewDecision,
  Project,
} from '#app/project/index.ts';
import type { BulkPreview } from '#shared/bulk.ts';
import type { CustomerState, DecisionKind } from '#shared/decisions.ts';
import type { DriftRecord } from '#shared/drift.ts';
import { AppError } from '#shared/errors.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { Band, PairOutline, Proposal } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import type {
  Conflict,
  CustomerRow,
  CustomerRows,
  FoundAccount,
  FoundCustomer,
  ReviewChange,
  ReviewRow,
  ReviewRows,
  ReviewSummary,
  RowDetail,
} from '#shared/review.ts';
import { atOnce, inSteps, type Steps } from '#shared/steps.ts';
import { type Acceptable, accepting, adopting, allAcceptable, type BulkOutcome } from './bulk.ts';
import { conflictOf } from './conflicts/conflict.ts';
import { checkCustomerDecision, customerRow, customersWithoutAccount, stateOf } from './customers.ts';
import { detailOf } from './detail.ts';
import { concernsOf } from './drift/concerns.ts';
import { type CheckedExchange, checkingExchange, type Exchange, leavingIn } from './exchange.ts';
import type { Entry } from './history.ts';
import { Ledger } from './ledger.ts';
import type { LedgerRecords } from './ledger-content.ts';
import { SaidSince } from './merging/said-since.ts';
import { failedPairs, findingUndecided } from './pairs.ts';
import { type ComparePairs, pairsWith } from './pairs-with.ts';
import { previewing } from './preview.ts';
import { type ReadLedger, readingReview, renewingLedger } from './reading.ts';
import { rowOf } from './rows.ts';
import { checkDecision, withEvidence } from './rules.ts';
import { foundAccount, foundCustomer, RecordSearches } from './search/index.ts';
import { Snapshot } from './snapshot.ts';
import { summaryOf } from './summary.ts';
import { Tally } from './tally.ts';

/** So many rows are handed over at once: about a megabyte of text, a few milliseconds to make and to read. */
const rowsAtOnce = 2_000;
/** So many customers are looked through at once for those without an account. */
const customersAtOnce = 5_000;
/** More decisions than this are written in small steps; the review with them is made aside and put in place at once. */
const decisionsAtOnce = 500;

/**
 * The review of one project: rows to show, decisions to take. Every decision is on disk when its call returns. While a
 * large change is on its way the review stands as it was before, and no other decision may be taken (`changing`).
 */
export class Review {
  readonly #project: Project;
  readonly #author: string;
  readonly #now: () => Date;
  #ledger: Ledger | null = null;
  #tally: Tally | null = null;
  /** The accounts that have a row, in the order of the rows. */
  #listed: readonly AccountId[] | null = null;
  /** Counts up whenever other accounts may have a row, or in another order. */
  #revision = 0;
  /** The customers in the order of their source. */
  #customerIds: readonly CustomerId[] | null = null;
  /** Counts up whenever any record may stand elsewhere. */
  #changes = 0;
  readonly #searches = new RecordSearches(() => this.ledger);
  #model: MatchModel | null = null;
  /** Proposals of a match that still runs; they are not in the project. */
  readonly #early = new Map<AccountId, Proposal>();
  readonly #saidSince: SaidSince;
  #changing: Promise<void> | null = null;
  /** What was written while the ledger is made anew. */
  #written: Account[] = [];

  constructor(project: Project, author: string, now: () => Date) {
    this.#project = project;
    this.#author = author;
    this.#now = now;
    this.#saidSince = new SaidSince(project.decisions);
  }

  /** Lasts while no decision may be taken, because another change is on its way; null when there is none. */
  get changing(): Promise<void> | null {
    return this.#changing;
  }

  /** Keeps other decisions waiting until `work` is done. */
  async apart<T>(work: () => Promise<T>): Promise<T> {
    if (this.#changing !== null) return await work();
    const { promise, resolve: end } = Promise.withResolvers<void>();
    this.#changing = promise;
    try {
      return await work();
    } finally {
      this.#changing = null;
      end();
    }
  }

  /** Forgets what was read; to be called after an export or a write changed the project. */
  refresh(): void {
    this.#use(null, null);
    this.#searches.forget();
    this.#forgetMatch();
  }

  /**
   * Takes in what was decided and what rule was chosen, in small steps. The records are as they were and are not read
   * again; until the end the review stands as it was.
   */
  async renew(): Promise<void> {
    for (;;) {
      const before = this.#ledger;
      const early = [...this.#early.values()];
      this.#written = [];
      const renewed = await inSteps(renewingLedger(this.#project, before, early), setImmediate);
      // What others put in place meanwhile may be of other records.
      if (this.#ledger !== before) continue;
      this.#catchUp(renewed);
      this.#use(renewed.ledger, renewed.tally);
      return;
    }
  }

  /** Takes the first proposals of a match back that did not come to its end. */
  async forgetEarly(): Promise<void> {
    this.#early.clear();
    this.#model = null;
    await this.renew();
  }

  /**
   * Reads the project in small steps, resting after each, unless it has been read already. Ends without having done so
   * as soon as `isWanted` says no.
   */
  async load(rest: () => Promise<void>, isWanted: () => boolean): Promise<void> {
    const reading = readingReview(this.#project, null);
    let read = reading.next();
    for (; !read.done; read = reading.next()) {
      await rest();
      if (this.#ledger !== null || !isWanted()) return;
    }
    this.#use(read.value.ledger, read.value.tally);
    this.#model = read.value.model;
  }

  /**
   * Reads the project again in small steps, resting after each, while the former rows stay to be looked at and decided
   * on. The records are read, too, unless they are `known` to be as they were.
   */
  async reload(rest: () => Promise<void>, known: LedgerRecords | null = null): Promise<void> {
    const reading = readingReview(this.#project, known);
    const { ledger, tally, model } = await inSteps(reading, rest);
    if (known === null) this.#searches.forget();
    this.#use(ledger, tally);
    this.#forgetMatch();
    this.#model = model;
  }

  /**
   * Shows the first proposals of a match that still runs, for accounts that have none. They last until the project is
   * read again.
   */
  showEarly(proposals: readonly Proposal[]): void {
    const fresh = proposals.filter(({ accountId }) => !this.ledger.proposals.has(accountId));
    for (const proposal of fresh) this.#early.set(proposal.accountId, proposal);
    this.ledger.proposeEarly(fresh);
    this.#use(this.ledger, null);
  }

  /** How many accounts show an early proposal. */
  get early(): number {
    return this.#early.size;
  }

  /** Takes in that an account carries its customer's id now, so that it is no longer decided on. */
  noteWritten(account: Account): void {
    this.#written.push(account);
    for (const id of this.#ledger?.update(account) ?? []) this.#tally?.recount(id);
  }

  /** Whether the project has been read and need not be when the review is asked next. */
  get isRead(): boolean {
    return this.#ledger !== null;
  }

  get ledger(): Ledger {
    this.#ledger ??= Ledger.of(this.#project);
    return this.#ledger;
  }

  rows(): ReviewRow[] {
    return [...this.snapshot().rows()];
  }

  /** How all rows stand now, to be gone through while decisions are taken. */
  snapshot(): Snapshot {
    return new Snapshot(this.ledger);
  }

  /** Counts up whenever other accounts may have a row, or in another order, or so many changed that all are to be read. */
  get revision(): number {
    return this.#revision;
  }

  /** Some rows from this place on, in an order that holds as long as the revision does. */
  rowsFrom(from: number): ReviewRows {
    this.#listed ??= [...this.ledger.listed()];
    const rows = this.#listed.slice(from, from + rowsAtOnce).map((id) => rowOf(this.ledger, id));
    return { revision: this.#revision, total: this.#listed.length, rows };
  }

  summary(): ReviewSummary {
    this.#tally ??= Tally.of(this.ledger);
    return summaryOf(this.ledger, this.#tally);
  }

  /** With `also`, that customer is among the candidates. Errors: `decision-unknown-record`. */
  detail(accountId: AccountId, also: CustomerId | null = null): RowDetail {
    this.#refuseUnknown(accountId);
    return detailOf(this.ledger, accountId, {
      proposal: this.#proposalOf(accountId),
      also,
      model: this.#matchModel,
      comments: this.#project.comments.of(accountId),
      samples: this.#project.samples.answersOn(accountId),
    });
  }

  /** The accounts and customers that compete around this one. Errors: `decision-unknown-record`. */
  conflict(accountId: AccountId): Conflict {
    this.#refuseUnknown(accountId);
    const model = this.#matchModel;
    return conflictOf(this.ledger, accountId, (pairs) => (model === null ? [] : comparePairs(pairs, model)));
  }

  /**
   * The customers that fit what was typed, the best first; for an account with how each compares with it. The first
   * search waits until it is prepared, while others get their turn.
   */
  async search(query: string, limit: number, accountId: AccountId | null): Promise<FoundCustomer[]> {
    const customers = (await this.#searches.customers()).find(query, limit);
    const account = accountId === null ? undefined : this.ledger.accounts.get(accountId);
    const pairs = account === undefined ? [] : this.#pairsWith(account, customers);
    return customers.map((customer, place) => foundCustomer(this.ledger, customer, pairs[place] ?? null));
  }

  /** Prepares the search for customers in small steps; nothing is done where that has begun. */
  async prepareSearch(): Promise<void> {
    await this.#searches.customers();
  }

  /** The accounts that fit what was typed, with how each compares with a customer. Errors: `decision-unknown-record`. */
  async searchAccounts(query: string, limit: number, customerId: CustomerId): Promise<FoundAccount[]> {
    const { customer } = this.customer(customerId);
    const found = (await this.#searches.accounts()).find(query, limit);
    return found.map((one) => foundAccount(this.ledger, one, this.#pairsWith(one, [customer])[0] ?? null));
  }

  /** Writes a remark beside an account. Errors: `decision-unknown-record`. */
  comment(accountId: AccountId, text: string): void {
    this.#refuseUnknown(accountId);
    this.#project.comments.add(accountId, text, this.#author, this.#now().toISOString());
    this.ledger.noteComment(accountId);
  }

  /** Takes one decision. Errors as of {@link checkDecision}. */
  decide(wanted: NewDecision): ReviewChange {
    const decision = checkDecision(this.ledger, wanted);
    return this.#change(this.#append([decision]), decision.accountId);
  }

  /**
   * Confirms every undecided suggestion of these bands as one batch. Conflicts, dangling links, rows that a person has
   * decided, pairs that are back though a person rejected them and rows whose decision an export undid are left alone.
   */
  confirmBands(bands: readonly Band[]): Promise<BulkOutcome> {
    return this.apart(async () => {
      const finding = findingUndecided(this.ledger, bands);
      return await this.#confirm(await this.#stepping(finding, this.ledger.accounts.size));
    });
  }

  /**
   * Takes many decisions as one batch; what is not possible is refused row by row, the rest is done. The batch is on disk
   * and shown as a whole or not at all, whenever the program ends and whoever looks.
   */
  decideMany(wanted: readonly NewDecision[]): Promise<BulkOutcome> {
    return this.#decideAll(accepting(this.ledger, wanted), wanted.length);
  }

  /** What a bulk decision of this kind would decide of these accounts, as of {@link previewing}. Decides nothing. */
  preview(accounts: readonly AccountId[], kind: DecisionKind): Promise<BulkPreview> {
    return this.#stepping(previewing(this.ledger, accounts, kind), accounts.length);
  }

  /** Takes decisions that belong together as one batch, or none of them. Errors as of {@link checkDecision}. */
  decideTogether(wanted: readonly NewDecision[]): ReviewChange {
    const decisions = allAcceptable(this.ledger, wanted);
    return this.#change(this.#append(decisions), decisions[0]?.accountId ?? null);
  }

  /** Takes over another reviewer's decisions as one batch, as of {@link adopting}; see {@link decideMany}. */
  adopt(entries: readonly DecisionEntry[]): Promise<BulkOutcome> {
    return this.#decideAll(adopting(this.ledger, entries), entries.length);
  }

  /** Which of these decisions can be taken as one batch; takes none. */
  checkExchange(exchange: Exchange): Promise<CheckedExchange> {
    const size = exchange.accounts.length + exchange.customers.length;
    return this.#stepping(checkingExchange(this.ledger, exchange), size);
  }

  /**
   * Takes decisions on accounts and on customers alone as one batch; what is not possible is told, the rest is done; see
   * {@link decideMany}.
   */
  decideExchange(exchange: Exchange): Promise<CheckedExchange> {
    return this.apart(async () => {
      const checked = await this.checkExchange(exchange);
      const decisions = [...checked.accounts, ...checked.customers];
      if (decisions.length > decisionsAtOnce) await this.#appendLarge(decisions);
      else if (decisions.length > 0) this.#appendMixed(decisions);
      return checked;
    });
  }

  /** Those to which no account belongs of some customers from this place on, in the order of their source. */
  customersFrom(from: number): CustomerRows {
    const { ledger } = this;
    this.#customerIds ??= [...ledger.customers.keys()];
    const end = from + customersAtOnce;
    const rows = customersWithoutAccount(ledger, this.#customerIds.slice(from, end));
    return { revision: this.#changes, next: end < this.#customerIds.length ? end : null, rows };
  }

  /** Where a customer stands. */
  stateOf(customerId: CustomerId): CustomerState {
    return stateOf(this.ledger, customerId);
  }

  /** Counts up whenever any record may stand elsewhere. */
  get changes(): number {
    return this.#changes;
  }

  /** A customer's record, with how it stands. Errors: `decision-unknown-record`. */
  customer(customerId: CustomerId): { row: CustomerRow; customer: Customer } {
    const customer = this.ledger.customers.get(customerId);
    if (customer === undefined) {
      throw new AppError('decision-unknown-record', { side: 'customer', id: customerId });
    }
    return { row: customerRow(this.ledger, customerId), customer };
  }

  /** Says what becomes of customers without an account, as one batch. Errors as of {@link checkCustomerDecision}. */
  decideCustomers(wanted: readonly NewCustomerDecision[]): ReviewChange {
    for (const one of wanted) checkCustomerDecision(this.ledger, one);
    const entries = this.#project.decisions.appendForCustomers(wanted, this.#author, this.#now());
    const customers = entries.map(({ customerId }) => customerId);
    return this.#change(this.#apply(entries), null, customers);
  }

  /**
   * Takes back the last batch. Where it was so large that all rows are to be read again (`revision` says), the change names
   * none. Errors: `decision-nothing-to-undo`, `decision-written`.
   */
  async undo(): Promise<ReviewChange> {
    const batch = this.ledger.history.nextUndo();
    const first = batch[0];
    if (first === undefined) throw new AppError('decision-nothing-to-undo');
    for (const entry of batch) {
      const account = entry.type === 'decision' ? this.ledger.accounts.get(entry.accountId) : undefined;
      if (account !== undefined && this.ledger.standing(account.id).state === 'written') {
        throw new AppError('decision-written', { account: account.name });
      }
    }
    return await this.apart(() => this.#reverse('undo', batch, first));
  }

  /**
   * Brings back the batch that was undone last; see {@link undo}.
   * Errors: `decision-nothing-to-redo`, `decision-customer-taken`.
   */
  async redo(): Promise<ReviewChange> {
    const batch = this.ledger.history.nextRedo();
    const [first] = batch;
    if (first === undefined) throw new AppError('decision-nothing-to-redo');
    return await this.apart(async () => {
      await this.#stepping(checkingAgain(this.ledger, batch), batch.length);
      return await this.#reverse('redo', batch, first);
    });
  }

  /** Confirms anew, as one batch, what failed or was refused and no export changed since. Gives how many. */
  async retryFailed(): Promise<number> {
    return (await this.#confirm(failedPairs(this.ledger))).decided;
  }

  /** How accounts and customers compare by the last match, pair by pair; null before the first one. */
  get compare(): ComparePairs | null {
    const model = this.#matchModel;
    return model === null ? null : (pairs) => comparePairs(pairs, model);
  }

  /** What each record that came, went or changed is linked to or confirmed for, in a phrase; `''` for nothing. */
  concernsOf(records: readonly DriftRecord[]): string[] {
    return concernsOf(this.ledger, records);
  }

  /** How many pairs are confirmed or rejected now and were not so at the line `last` of the log, or the other way round. */
  decisionsSince(last: number): Promise<number> {
    return this.#saidSince.count(last, this.ledger.history);
  }

  /** Whether this decision is still the last word on the account. */
  isInForce(account: AccountId, decisionSeq: number): boolean {
    return this.ledger.history.inForce(account).at(-1)?.seq === decisionSeq;
  }

  #use(ledger: Ledger | null, tally: Tally | null): void {
    this.#ledger = ledger;
    this.#tally = tally;
    this.#listed = null;
    this.#customerIds = null;
    this.#revision += 1;
    this.#changes += 1;
  }

  #confirm(pairs: readonly Omit<NewDecision, 'kind'>[]): Promise<BulkOutcome> {
    return this.decideMany(pairs.map((pair): NewDecision => ({ ...pair, kind: 'confirm' })));
  }

  /** Goes through steps over so many records: all at once where they are few. */
  async #stepping<T>(steps: Steps<T>, size: number): Promise<T> {
    if (size <= decisionsAtOnce) return atOnce(steps);
    // Checking the question and writing the answer down take a turn each themselves.
    await setImmediate();
    const result = await inSteps(steps, setImmediate);
    await setImmediate();
    return result;
  }

  #decideAll(checking: Steps<Acceptable>, size: number): Promise<BulkOutcome> {
    return this.apart(async () => {
      const { accepted, unchanged, refused } = await this.#stepping(checking, size);
      if (accepted.length > decisionsAtOnce) await this.#appendLarge(accepted);
      else if (accepted.length > 0) this.#append(accepted);
      return { decided: accepted.length, unchanged, refused };
    });
  }

  #refuseUnknown(accountId: AccountId): void {
    if (this.ledger.accounts.has(accountId)) return;
    throw new AppError('decision-unknown-record', { side: 'account', id: accountId });
  }

  #forgetMatch(): void {
    this.#model = null;
    this.#early.clear();
  }

  async #reverse(type: 'undo' | 'redo', batch: readonly Entry[], first: Entry): Promise<ReviewChange> {
    const entry = this.#project.decisions.appendReversal(type, first.batch, this.#author, this.#now());
    if (batch.length > decisionsAtOnce) {
      await this.renew();
      return this.#change([], null);
    }
    const customers = batch.flatMap((each) => (each.type === 'decision' ? [] : [each.customerId]));
    const touched = this.#apply([entry]);
    return this.#change(touched, first.type === 'decision' ? first.accountId : null, customers);
  }

  #append(decisions: readonly NewDecision[]): AccountId[] {
    const { ledger } = this;
    const kept = decisions.map((decision) => withEvidence(ledger, decision));
    return this.#apply(this.#project.decisions.append(kept, this.#author, this.#now(), ledger.revision));
  }

  #appendMixed(decisions: readonly AnyNewDecision[]): void {
    const { ledger } = this;
    const kept = decisions.map((decision) => keptAs(ledger, decision));
    this.#apply(this.#project.decisions.appendMixed(kept, this.#author, this.#now(), ledger.revision));
  }

  async #appendLarge(decisions: readonly AnyNewDecision[]): Promise<void> {
    const { ledger } = this;
    const kept = decisions.values().map((decision) => keptAs(ledger, decision));
    const log = this.#project.decisions;
    await inSteps(log.appending(kept, this.#author, this.#now(), ledger.revision), setImmediate);
    await this.renew();
  }

  /** What happened to the ledger in use while the one that takes its place was made, beside decisions. */
  #catchUp({ ledger, tally }: ReadLedger): void {
    for (const account of this.#written) for (const id of ledger.update(account)) tally.recount(id);
    this.#written = [];
    const early = [...this.#early.values()].filter(({ accountId }) => !ledger.proposals.has(accountId));
    if (early.length === 0) return;
    ledger.proposeEarly(early);
    for (const id of ledger.accounts.keys()) tally.recount(id);
  }

  #apply(entries: readonly LogEntry[]): AccountId[] {
    const touched = [...new Set(entries.flatMap((entry) => this.ledger.apply(entry)))];
    for (const id of touched) this.#tally?.recount(id);
    this.#changes += 1;
    return touched;
  }

  #change(
    touched: readonly AccountId[],
    focus: AccountId | null,
    customers: readonly CustomerId[] = [],
  ): ReviewChange {
    return {
      rows: touched.map((id) => rowOf(this.ledger, id)),
      customers: customers.flatMap((id) =>
        this.ledger.customers.has(id) ? [customerRow(this.ledger, id)] : [],
      ),
      summary: this.summary(),
      focus,
    };
  }

  #proposalOf(accountId: AccountId): Proposal | undefined {
    return this.#early.get(accountId) ?? this.#project.proposals.of(accountId);
  }

  get #matchModel(): MatchModel | null {
    this.#model ??= storedModel(this.#project.proposals.model());
    return this.#model;
  }

  #pairsWith(account: Account, customers: readonly Customer[]): PairOutline[] {
    return pairsWith(account, customers, this.#matchModel, this.#proposalOf(account.id));
  }
}

function keptAs(ledger: Ledger, decision: AnyNewDecision): AnyNewDecision {
  return 'accountId' in decision ? withEvidence(ledger, decision) : decision;
}

/** So many decisions are checked between two turns of others. */
const checkedAtOnce = 1_000;

/** Whether decisions that were taken back can be taken again, in small steps. Errors as of {@link checkDecision}. */
function* checkingAgain(ledger: Ledger, batch: readonly Entry[]): Steps<void> {
  const leaving = leavingIn(
    ledger,
    batch.filter((entry) => entry.type === 'decision'),
  );
  for (const [place, entry] of batch.entries()) {
    if (place % checkedAtOnce === checkedAtOnce - 1) yield;
    if (entry.type === 'customer-decision' || !ledger.accounts.has(entry.accountId)) continue;
    checkDecision(ledger, entry, leaving);
  }
}
