import { type MatchModel, storedModel } from '#app/match/index.ts';
import type {
  DecisionEntry,
  LogEntry,
  NewCustomerDecision,
  NewDecision,
  Project,
} from '#app/project/index.ts';
import type { DriftRecord } from '#shared/drift.ts';
import { AppError } from '#shared/errors.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { BlockedLink } from '#shared/links.ts';
import type { Band, Proposal } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import type {
  CustomerRow,
  FoundCustomer,
  ReviewChange,
  ReviewRow,
  ReviewSummary,
  RowDetail,
} from '#shared/review.ts';
import { acceptableOf, type BulkOutcome } from './bulk.ts';
import { concernsOf } from './concerns.ts';
import { checkCustomerDecision, customerRow, customersWithoutAccount } from './customers.ts';
import { detailOf } from './detail.ts';
import { driftSentence } from './drift-words.ts';
import { type Entry, History } from './history.ts';
import { Ledger } from './ledger.ts';
import { contentOf, type LedgerRecords, readingContent } from './ledger-content.ts';
import { placeOf, rowOf } from './rows.ts';
import { checkDecision } from './rules.ts';
import { type CustomerSearch, customerSearch } from './search.ts';
import { isToWrite } from './standing.ts';
import { summaryOf } from './summary.ts';
import { saidIn } from './teaching.ts';

/** So many accounts' standings are worked out between two rests. */
const standingsAtOnce = 2_000;

/** The review of one project: rows to show, decisions to take. Every decision is on disk when its call returns. */
export class Review {
  readonly #project: Project;
  readonly #author: string;
  readonly #now: () => Date;
  #ledger: Ledger | null = null;
  #search: CustomerSearch | null = null;
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
    this.#ledger = null;
    this.#search = null;
    this.#forgetMatch();
  }

  /** Takes in another match or policy: the records are as they were and are not read again. */
  refreshProposals(): void {
    if (this.#ledger !== null) {
      this.#ledger = new Ledger(this.#project, contentOf(this.#project, this.#ledger));
    }
    this.#model = null;
    if (this.#early.size > 0) this.ledger.proposeEarly(this.#early.values());
  }

  /** Takes the first proposals of a match back that did not come to its end. */
  forgetEarly(): void {
    this.#early.clear();
    this.refreshProposals();
  }

  /**
   * Reads the project again in small steps, resting after each, while the former rows stay to be looked at and decided
   * on. The records are read, too, unless they are `known` to be as they were.
   */
  async reload(rest: () => Promise<void>, known: LedgerRecords | null = null): Promise<void> {
    const reading = readingContent(this.#project, known);
    let read = reading.next();
    for (; !read.done; read = reading.next()) await rest();
    let ledger = new Ledger(this.#project, read.value);
    const last = this.#project.decisions.last();
    await rest();
    let seen = 0;
    for (const id of ledger.accounts.keys()) {
      ledger.standing(id);
      seen += 1;
      if (seen % standingsAtOnce === 0) await rest();
    }
    if (ledger.severalAccounts !== this.#project.teaching.policy().severalAccounts) {
      ledger = new Ledger(this.#project, read.value);
    } else {
      // What was decided meanwhile was said of the former rows.
      for (const entry of this.#project.decisions.entries()) if (entry.seq > last) ledger.apply(entry);
    }
    if (known === null) this.#search = null;
    this.#ledger = ledger;
    this.#forgetMatch();
  }

  /**
   * Shows the first proposals of a match that still runs, for accounts that have none. They last until the project is
   * read again.
   */
  showEarly(proposals: readonly Proposal[]): void {
    const fresh = proposals.filter(({ accountId }) => !this.ledger.proposals.has(accountId));
    for (const proposal of fresh) this.#early.set(proposal.accountId, proposal);
    this.ledger.proposeEarly(fresh);
  }

  /** How many accounts show an early proposal. */
  get early(): number {
    return this.#early.size;
  }

  /** Takes in that an account carries its customer's id now, so that it is no longer decided on. */
  noteWritten(account: Account): void {
    this.#ledger?.update(account);
  }

  get ledger(): Ledger {
    this.#ledger ??= new Ledger(this.#project);
    return this.#ledger;
  }

  rows(): ReviewRow[] {
    return Array.from(this.ledger.listed(), (id) => rowOf(this.ledger, id));
  }

  summary(): ReviewSummary {
    return summaryOf(this.ledger);
  }

  /** Errors: `decision-unknown-record`. */
  detail(accountId: AccountId): RowDetail {
    if (!this.ledger.accounts.has(accountId)) {
      throw new AppError('decision-unknown-record', { side: 'account', id: accountId });
    }
    this.#model ??= storedModel(this.#project.proposals.model());
    const proposal = this.#early.get(accountId) ?? this.#project.proposals.of(accountId);
    return detailOf(this.ledger, accountId, proposal, this.#model, this.#project.comments.of(accountId));
  }

  search(query: string, limit: number): FoundCustomer[] {
    this.#search ??= customerSearch([...this.ledger.customers.values()]);
    return this.#search.find(query, limit).flatMap((id) => {
      const customer = this.ledger.customers.get(id);
      return customer === undefined ? [] : [this.#found(customer)];
    });
  }

  /** Writes a remark beside an account. Errors: `decision-unknown-record`. */
  comment(accountId: AccountId, text: string): void {
    if (!this.ledger.accounts.has(accountId)) {
      throw new AppError('decision-unknown-record', { side: 'account', id: accountId });
    }
    this.#project.comments.add(accountId, text, this.#author, this.#now().toISOString());
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
    const ofBands = [...this.ledger.listed()].filter((id) => {
      const band = this.ledger.standing(id).pair?.band ?? null;
      return band !== null && bands.includes(band);
    });
    return this.decideMany(this.pairsOf(ofBands).map((pair): NewDecision => ({ ...pair, kind: 'confirm' })));
  }

  /** Takes many decisions as one batch; what is not possible is refused row by row, the rest is done. */
  decideMany(wanted: readonly NewDecision[]): BulkOutcome {
    const { accepted, unchanged, refused } = acceptableOf(this.ledger, wanted);
    if (accepted.length > 0) this.#append(accepted);
    return { decided: accepted.length, unchanged, refused };
  }

  /** Takes over another reviewer's decisions as one batch, each under its own author and time. */
  adopt(entries: readonly DecisionEntry[]): BulkOutcome {
    const wanted = entries.map(({ accountId, customerId, kind, author, at }): NewDecision => {
      return { accountId, customerId, kind, taken: { author, at } };
    });
    return this.decideMany(wanted);
  }

  /** The customers to which no account belongs. */
  customers(): CustomerRow[] {
    return customersWithoutAccount(this.ledger);
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
    const first = batch[0];
    if (first === undefined) throw new AppError('decision-nothing-to-redo');
    for (const entry of batch) {
      if (entry.type === 'customer-decision') continue;
      if (this.ledger.accounts.has(entry.accountId)) checkDecision(this.ledger, entry);
    }
    return this.#reverse('redo', first);
  }

  /**
   * The pairs that these accounts are proposed for: those that nobody has decided and that a bulk confirmation would take.
   */
  pairsOf(accounts: readonly AccountId[]): { accountId: AccountId; customerId: CustomerId }[] {
    return accounts.flatMap((accountId) => {
      if (!this.ledger.accounts.has(accountId)) return [];
      const { state, customer, drift, rejectedBefore } = this.ledger.standing(accountId);
      const isOpen = state === 'suggested' && drift.length === 0 && rejectedBefore === '';
      return isOpen && customer !== null ? [{ accountId, customerId: customer }] : [];
    });
  }

  /** The pairs that wait to be written, each with the decision that confirmed it. */
  confirmedPairs(): { account: Account; customer: Customer; decisionSeq: number }[] {
    return [...this.ledger.accounts.values()].flatMap((account) => {
      const standing = this.ledger.standing(account.id);
      const { confirmation, customer: id } = standing;
      const customer = id === null ? undefined : this.ledger.customers.get(id);
      if (!isToWrite(standing) || confirmation === null || customer === undefined) return [];
      return [{ account, customer, decisionSeq: confirmation.seq }];
    });
  }

  /** The confirmed pairs to which something happened since, so that the person has to look at them before a write. */
  driftedPairs(): BlockedLink[] {
    return [...this.ledger.accounts.values()].flatMap((account) => {
      const { drift, customer } = this.ledger.standing(account.id);
      const said = this.ledger.history.inForce(account.id).at(-1);
      const isWritten = account.linkedCustomerId !== '' && account.linkedCustomerId === said?.customerId;
      if (drift.length === 0 || said?.kind !== 'confirm' || isWritten) return [];
      const customerName = customer === null ? '' : (this.ledger.customers.get(customer)?.displayName ?? '');
      const message = `${drift.map(driftSentence).join('. ')}. Look at it under “Changed since”.`;
      return [{ accountId: account.id, accountName: account.name, customerName, message }];
    });
  }

  /** Confirms anew, as one batch, every pair whose write failed or was refused. Gives how many. */
  retryFailed(): number {
    const wanted = this.rows()
      .filter((row) => row.state === 'failed')
      .map((row): NewDecision => ({ accountId: row.accountId, customerId: row.customerId, kind: 'confirm' }));
    return this.decideMany(wanted).decided;
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
    return this.#apply(this.#project.decisions.append(decisions, this.#author, this.#now()));
  }

  #apply(entries: readonly LogEntry[]): AccountId[] {
    return [...new Set(entries.flatMap((entry) => this.ledger.apply(entry)))];
  }

  #change(
    touched: readonly AccountId[],
    focus: AccountId | null,
    customers: readonly CustomerId[] = [],
  ): ReviewChange {
    const known = customers.filter((id) => this.ledger.customers.has(id));
    return {
      rows: touched.map((id) => rowOf(this.ledger, id)),
      customers: known.map((id) => customerRow(this.ledger, id)),
      summary: this.summary(),
      focus,
    };
  }

  #found(customer: Customer): FoundCustomer {
    return {
      customerId: customer.id,
      name: customer.displayName,
      place: placeOf(customer.billing),
      email: customer.email,
      phone: customer.phone || customer.mobile,
      active: customer.active,
      takenBy: this.ledger.namesOf(this.ledger.holdersOf(customer.id)),
    };
  }
}
