// Longer than other files, because it is the room's one face: every question and every decision has its few lines here.
import { comparePairs, type MatchModel, storedModel } from '#app/match/index.ts';
import type {
  DecisionEntry,
  LogEntry,
  NewCustomerDecision,
  NewDecision,
  Project,
} from '#app/project/index.ts';
import type { CustomerState } from '#shared/decisions.ts';
import type { DriftRecord } from '#shared/drift.ts';
import { AppError } from '#shared/errors.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { Band, Pair, PairOutline, Proposal } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import type {
  Conflict,
  CustomerRow,
  FoundAccount,
  FoundCustomer,
  ReviewChange,
  ReviewRow,
  ReviewRows,
  ReviewSummary,
  RowDetail,
} from '#shared/review.ts';
import { acceptableOf, adoptableOf, allAcceptable, type BulkOutcome } from './bulk.ts';
import { concernsOf } from './concerns.ts';
import { conflictOf } from './conflict.ts';
import { checkCustomerDecision, customerRow, customersWithoutAccount, stateOf } from './customers.ts';
import { detailOf } from './detail.ts';
import { type CheckedExchange, checkExchange, type Exchange, leavingIn } from './exchange.ts';
import { foundAccount } from './found-account.ts';
import { foundCustomer } from './found-customer.ts';
import { type Entry, History } from './history.ts';
import { Ledger } from './ledger.ts';
import { contentOf, type LedgerRecords } from './ledger-content.ts';
import { failedPairs, undecidedOfBands } from './pairs.ts';
import { pairsInFull } from './pairs-in-full.ts';
import { pairsWith } from './pairs-with.ts';
import { readingReview } from './reading.ts';
import { rowOf } from './rows.ts';
import { checkDecision } from './rules.ts';
import { RecordSearches } from './search/index.ts';
import { summaryOf } from './summary.ts';
import { Tally } from './tally.ts';
import { saidIn } from './teaching.ts';

/** So many rows are handed over at once: about a megabyte of text, a few milliseconds to make and to read. */
const rowsAtOnce = 2_000;

/** The review of one project: rows to show, decisions to take. Every decision is on disk when its call returns. */
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
  readonly #searches = new RecordSearches(() => this.ledger);
  #model: MatchModel | null = null;
  /** Proposals of a match that still runs; they are not in the project. */
  readonly #early = new Map<AccountId, Proposal>();
  /** What had been said at a line of the log. */
  #then: { last: number; said: ReadonlySet<string> } | null = null;

  constructor(project: Project, author: string, now: () => Date) {
    this.#project = project;
    this.#author = author;
    this.#now = now;
  }

  /** Forgets what was read; to be called after an export or a write changed the project. */
  refresh(): void {
    this.#use(null, null);
    this.#searches.forget();
    this.#forgetMatch();
  }

  /** Takes in another match or policy: the records are as they were and are not read again. */
  refreshProposals(): void {
    if (this.#ledger !== null) {
      this.#use(Ledger.of(this.#project, contentOf(this.#project, this.#ledger)), null);
    }
    this.#model = null;
    if (this.#early.size === 0) return;
    this.ledger.proposeEarly(this.#early.values());
    this.#use(this.ledger, null);
  }

  /** Takes the first proposals of a match back that did not come to its end. */
  forgetEarly(): void {
    this.#early.clear();
    this.refreshProposals();
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
    let read = reading.next();
    for (; !read.done; read = reading.next()) await rest();
    if (known === null) this.#searches.forget();
    this.#use(read.value.ledger, read.value.tally);
    this.#forgetMatch();
    this.#model = read.value.model;
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
    return Array.from(this.ledger.listed(), (id) => rowOf(this.ledger, id));
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

  /** An account's pairs with these customers, as of {@link pairsInFull}. */
  pairsInFull(account: Account, customers: readonly Customer[]): Pair[] {
    return pairsInFull(account, customers, this.#proposalOf(account.id), this.#matchModel);
  }

  /** The accounts and customers that compete around this one. Errors: `decision-unknown-record`. */
  conflict(accountId: AccountId): Conflict {
    this.#refuseUnknown(accountId);
    const model = this.#matchModel;
    return conflictOf(this.ledger, accountId, (account, customers) =>
      model === null ? [] : comparePairs(account, customers, model),
    );
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
  confirmBands(bands: readonly Band[]): BulkOutcome {
    return this.#confirm(undecidedOfBands(this.ledger, bands));
  }

  /** Takes many decisions as one batch; what is not possible is refused row by row, the rest is done. */
  decideMany(wanted: readonly NewDecision[]): BulkOutcome {
    const { accepted, unchanged, refused } = acceptableOf(this.ledger, wanted);
    if (accepted.length > 0) this.#append(accepted);
    return { decided: accepted.length, unchanged, refused };
  }

  /** Takes decisions that belong together as one batch, or none of them. Errors as of {@link checkDecision}. */
  decideTogether(wanted: readonly NewDecision[]): ReviewChange {
    const decisions = allAcceptable(this.ledger, wanted);
    return this.#change(this.#append(decisions), decisions[0]?.accountId ?? null);
  }

  /** Takes over another reviewer's decisions as one batch, as of {@link adoptableOf}. */
  adopt(entries: readonly DecisionEntry[]): BulkOutcome {
    const { accepted, unchanged, refused } = adoptableOf(this.ledger, entries);
    if (accepted.length > 0) this.#append(accepted);
    return { decided: accepted.length, unchanged, refused };
  }

  /** Which of these decisions can be taken as one batch; takes none. */
  checkExchange(exchange: Exchange): CheckedExchange {
    return checkExchange(this.ledger, exchange);
  }

  /** Takes decisions on accounts and on customers alone as one batch; what is not possible is told, the rest is done. */
  decideExchange(exchange: Exchange): CheckedExchange {
    const checked = this.checkExchange(exchange);
    if (checked.accounts.length + checked.customers.length === 0) return checked;
    const { accounts, customers } = checked;
    const { decisions } = this.#project;
    this.#apply(decisions.appendBoth(accounts, customers, this.#author, this.#now(), this.ledger.revision));
    return checked;
  }

  /** The customers to which no account belongs. */
  customers(): CustomerRow[] {
    return customersWithoutAccount(this.ledger);
  }

  /** Where a customer stands. */
  stateOf(customerId: CustomerId): CustomerState {
    return stateOf(this.ledger, customerId);
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

  /** Takes back the last batch. Errors: `decision-nothing-to-undo`, `decision-written`. */
  undo(): ReviewChange {
    const batch = this.ledger.history.nextUndo();
    const first = batch[0];
    if (first === undefined) throw new AppError('decision-nothing-to-undo');
    for (const entry of batch) {
      const account = entry.type === 'decision' ? this.ledger.accounts.get(entry.accountId) : undefined;
      if (account !== undefined && this.ledger.standing(account.id).state === 'written') {
        throw new AppError('decision-written', { account: account.name });
      }
    }
    return this.#reverse('undo', first);
  }

  /** Brings back the batch that was undone last. Errors: `decision-nothing-to-redo`, `decision-customer-taken`. */
  redo(): ReviewChange {
    const batch = this.ledger.history.nextRedo();
    const [first] = batch;
    if (first === undefined) throw new AppError('decision-nothing-to-redo');
    const leaving = leavingIn(
      this.ledger,
      batch.filter((entry) => entry.type === 'decision'),
    );
    for (const entry of batch) {
      if (entry.type === 'customer-decision') continue;
      if (this.ledger.accounts.has(entry.accountId)) checkDecision(this.ledger, entry, leaving);
    }
    return this.#reverse('redo', first);
  }

  /** Confirms anew, as one batch, what failed or was refused and no export changed since. Gives how many. */
  retryFailed(): number {
    return this.#confirm(failedPairs(this.ledger)).decided;
  }

  /** What each record that came, went or changed is linked to or confirmed for, in a phrase; `''` for nothing. */
  concernsOf(records: readonly DriftRecord[]): string[] {
    return concernsOf(this.ledger, records);
  }

  /** How many pairs are confirmed or rejected now and were not so at the line `last` of the log, or the other way round. */
  decisionsSince(last: number): number {
    if (this.#then?.last !== last) {
      const log = this.#project.decisions.entries().filter(({ seq }) => seq <= last);
      this.#then = { last, said: saidIn(new History(log)) };
    }
    return this.#then.said.symmetricDifference(saidIn(this.ledger.history)).size;
  }

  /** Whether this decision is still the last word on the account. */
  isInForce(account: AccountId, decisionSeq: number): boolean {
    return this.ledger.history.inForce(account).at(-1)?.seq === decisionSeq;
  }

  #use(ledger: Ledger | null, tally: Tally | null): void {
    this.#ledger = ledger;
    this.#tally = tally;
    this.#listed = null;
    this.#revision += 1;
  }

  #confirm(pairs: readonly Omit<NewDecision, 'kind'>[]): BulkOutcome {
    return this.decideMany(pairs.map((pair): NewDecision => ({ ...pair, kind: 'confirm' })));
  }

  #refuseUnknown(accountId: AccountId): void {
    if (this.ledger.accounts.has(accountId)) return;
    throw new AppError('decision-unknown-record', { side: 'account', id: accountId });
  }

  #forgetMatch(): void {
    this.#model = null;
    this.#early.clear();
  }

  #reverse(type: 'undo' | 'redo', first: Entry): ReviewChange {
    const entries = type === 'undo' ? this.ledger.history.nextUndo() : this.ledger.history.nextRedo();
    const customers = entries.flatMap((each) => (each.type === 'decision' ? [] : [each.customerId]));
    const entry = this.#project.decisions.appendReversal(type, first.batch, this.#author, this.#now());
    const touched = this.#apply([entry]);
    return this.#change(touched, first.type === 'decision' ? first.accountId : null, customers);
  }

  #append(decisions: readonly NewDecision[]): AccountId[] {
    return this.#apply(
      this.#project.decisions.append(decisions, this.#author, this.#now(), this.ledger.revision),
    );
  }

  #apply(entries: readonly LogEntry[]): AccountId[] {
    const touched = [...new Set(entries.flatMap((entry) => this.ledger.apply(entry)))];
    for (const id of touched) this.#tally?.recount(id);
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
