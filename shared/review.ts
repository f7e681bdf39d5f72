import { z } from 'zod';
import { Agreements } from './agreement.ts';
import { AccountState, CustomerState, Decision, Queue } from './decisions.ts';
import { AccountId, CustomerId } from './ids.ts';
import { Band, Pair, PairOutline, Rival } from './pairs.ts';
import { Account, Customer } from './records.ts';
import { SampleVerdict } from './sampling.ts';

/**
 * One row of the review table: an account and the customer that is proposed, chosen or linked.
 * The customer's fields are blank and `customerId` null where there is none. `rivals` counts who else competes; `commented`
 * says that somebody wrote a remark beside the account. `tree` is the highest of the customers that the customer belongs
 * with in QuickBooks, itself if that is the highest; null for one that stands alone.
 */
export const ReviewRow = z.object({
  accountId: AccountId,
  accountName: z.string(),
  accountPlace: z.string(),
  owner: z.string(),
  customerId: CustomerId.nullable(),
  customerName: z.string(),
  customerPlace: z.string(),
  customerActive: z.boolean(),
  subCustomer: z.boolean(),
  tree: z.object({ id: CustomerId, name: z.string() }).nullable(),
  balance: z.number().nullable(),
  currency: z.string(),
  score: z.number().nullable(),
  band: Band.nullable(),
  reason: z.string(),
  state: AccountState,
  queue: Queue,
  rivals: z.int().nonnegative(),
  agreements: Agreements,
  commented: z.boolean(),
});
export type ReviewRow = z.infer<typeof ReviewRow>;

/**
 * Some of the rows, in their order. `total` is how many there are in all; with another `revision` than before, the rows
 * are others or stand in another order, and are to be read from the first one again.
 */
export const ReviewRows = z.object({
  revision: z.int().nonnegative(),
  total: z.int().nonnegative(),
  rows: z.array(ReviewRow),
});
export type ReviewRows = z.infer<typeof ReviewRows>;

/**
 * A customer of those that belong together in QuickBooks: `depth` counts from the highest one shown. `holder` is the first
 * account that has it, by a link or a decision.
 */
export const TreeEntry = z.object({
  customerId: CustomerId,
  name: z.string(),
  depth: z.int().nonnegative(),
  relation: z.enum(['above', 'shown', 'beside', 'below']),
  active: z.boolean(),
  balance: z.number(),
  currency: z.string(),
  holder: z.object({ accountId: AccountId, name: z.string() }).nullable(),
});
export type TreeEntry = z.infer<typeof TreeEntry>;

/** The customers above, beside and below one, as they stand under each other; `left` counts those that are left out. */
export const CustomerTree = z.object({ entries: z.array(TreeEntry), left: z.int().nonnegative() });
export type CustomerTree = z.infer<typeof CustomerTree>;

/**
 * A candidate as the evidence panel shows it. `tree` has no entries where it stands alone. `taken` names the account that already has this customer.
 * `rejectedBefore` is a sentence where the person rejected the pair and its evidence changed since ("You rejected this
 * before; the phone changed since"), `''` otherwise; such a pair may be proposed again, and `rejected` is then false.
 */
export const CandidateDetail = z.object({
  pair: Pair,
  customer: Customer,
  rejected: z.boolean(),
  rejectedBefore: z.string(),
  taken: z.string().nullable(),
  tree: CustomerTree,
  overwrites: z.array(z.object({ label: z.string(), from: z.string(), to: z.string() })),
});
export type CandidateDetail = z.infer<typeof CandidateDetail>;

/** A remark that somebody wrote beside an account. `at` is ISO 8601. */
export const Comment = z.object({
  accountId: AccountId,
  text: z.string(),
  author: z.string(),
  at: z.string(),
});
export type Comment = z.infer<typeof Comment>;

/** What an export did to the account's link or decision, in a sentence, with what reads otherwise now. */
export const DriftNote = z.object({
  sentence: z.string(),
  changes: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
});
export type DriftNote = z.infer<typeof DriftNote>;

/** What a person said of a pair in a blind sample; `at` is when that was drawn, ISO 8601, `what` says what was sampled. */
export const SampleAnswer = z.object({
  sample: z.int().positive(),
  customerId: CustomerId,
  what: z.string(),
  author: z.string(),
  at: z.string(),
  verdict: SampleVerdict,
});
export type SampleAnswer = z.infer<typeof SampleAnswer>;

/** Everything the evidence panel shows of one account. `candidates[0]` belongs to the row's own customer. */
export const RowDetail = z.object({
  row: ReviewRow,
  account: Account,
  candidates: z.array(CandidateDetail),
  rivals: z.array(z.object({ rival: Rival, name: z.string() })),
  whyNone: z.string(),
  /** Who undid its link, in a sentence; `''` where nobody did or the person said something since. */
  undone: z.string(),
  drift: z.array(DriftNote),
  history: z.array(Decision.extend({ customerName: z.string() })),
  lastError: z.string(),
  comments: z.array(Comment),
  samples: z.array(SampleAnswer.extend({ customerName: z.string() })),
});
export type RowDetail = z.infer<typeof RowDetail>;

/** How an account and a customer of a conflict compare on their own, before others compete. `proposed`: the matcher put it forward. */
export const ConflictPair = PairOutline.extend({ proposed: z.boolean() });
export type ConflictPair = z.infer<typeof ConflictPair>;

/**
 * The accounts and customers that compete with each other for who belongs to whom, the nearest to the account that was
 * asked about first, with every pair that can be made of them. `left` counts records beyond those given.
 */
export const Conflict = z.object({
  accounts: z.array(Account),
  customers: z.array(Customer),
  pairs: z.array(ConflictPair),
  left: z.object({ accounts: z.int().nonnegative(), customers: z.int().nonnegative() }),
  severalAccounts: z.boolean(),
});
export type Conflict = z.infer<typeof Conflict>;

/**
 * A customer found by searching. `takenBy` is the account that already has it, by name. `score`, `band` and `reason` are
 * of its pair with the account that it was searched for; null and blank without one and before the first match.
 */
export const FoundCustomer = z.object({
  customerId: CustomerId,
  name: z.string(),
  place: z.string(),
  email: z.string(),
  phone: z.string(),
  active: z.boolean(),
  takenBy: z.string().nullable(),
  score: z.number().nullable(),
  band: Band.nullable(),
  reason: z.string(),
});
export type FoundCustomer = z.infer<typeof FoundCustomer>;

/**
 * An account found by searching. `has` is the customer that it is linked to or confirmed for, by name. `score`, `band` and
 * `reason` are of its pair with the customer that it was searched for; null and blank without one and before the first match.
 */
export const FoundAccount = FoundCustomer.omit({ customerId: true, active: true, takenBy: true }).extend({
  accountId: AccountId,
  has: z.string().nullable(),
});
export type FoundAccount = z.infer<typeof FoundAccount>;

/**
 * A customer to which no account belongs. `nearest` is the account that came closest, with the score of that pair; `state`
 * is `matched` of one that got an account meanwhile.
 */
export const CustomerRow = z.object({
  customerId: CustomerId,
  name: z.string(),
  place: z.string(),
  active: z.boolean(),
  subCustomer: z.boolean(),
  balance: z.number(),
  currency: z.string(),
  state: CustomerState,
  nearest: z.object({ accountId: AccountId, name: z.string(), score: z.number() }).nullable(),
});
export type CustomerRow = z.infer<typeof CustomerRow>;

/**
 * Some customers to which no account belongs. `next` is where the following ones begin, null where there are none.
 * `revision` counts up whenever others may be among them, which makes what was read before worthless.
 */
export const CustomerRows = z.object({
  revision: z.int().nonnegative(),
  next: z.int().positive().nullable(),
  rows: z.array(CustomerRow),
});
export type CustomerRows = z.infer<typeof CustomerRows>;

/**
 * What customers owe in one currency, balances above zero only: all of them, those that are linked or confirmed, and those
 * shown in each queue. A customer counts once, however many accounts show it. In units of the currency.
 */
export const Receivable = z.object({
  currency: z.string(),
  all: z.number().nonnegative(),
  linked: z.number().nonnegative(),
  queues: z.record(Queue, z.number().nonnegative()),
});
export type Receivable = z.infer<typeof Receivable>;

/** Counts of every queue, and what customers owe by currency, the largest sum first; the currencies are never added up. */
export const ReviewSummary = z.object({
  queues: z.record(Queue, z.int().nonnegative()),
  states: z.record(AccountState, z.int().nonnegative()),
  customersWithoutMatch: z.int().nonnegative(),
  /** Customers without an account of which a person has said what becomes of them. */
  customersDecided: z.int().nonnegative(),
  /** Those among them of which an account is to be created. */
  customersToCreate: z.int().nonnegative(),
  toWrite: z.int().nonnegative(),
  receivables: z.array(Receivable),
  undo: z.string().nullable(),
  redo: z.string().nullable(),
});
export type ReviewSummary = z.infer<typeof ReviewSummary>;

/**
 * What a decision, an undo or a redo changed. `focus` is the row the person acted on, where there is one; `customers` are
 * those that it was about themselves.
 */
export const ReviewChange = z.object({
  rows: z.array(ReviewRow),
  customers: z.array(CustomerRow),
  summary: ReviewSummary,
  focus: AccountId.nullable(),
});
export type ReviewChange = z.infer<typeof ReviewChange>;

/**
 * Actions of the log, newest first: what was decided, of how many records, by whom and when (ISO 8601). `state` says
 * whether it is in force, was taken back, or was taken back and replaced by other decisions. `steps` is how many undos take
 * it back, or how many redos bring it back; 0 where neither can.
 */
export const PastBatches = z.object({
  batches: z.array(
    z.object({
      batch: z.int().positive(),
      what: z.string(),
      count: z.int().positive(),
      author: z.string(),
      at: z.string(),
      state: z.enum(['done', 'undone', 'replaced']),
      steps: z.int().nonnegative(),
    }),
  ),
  more: z.boolean(),
});
export type PastBatches = z.infer<typeof PastBatches>;

/** What several undos or redos changed, and how many they were. `stopped` says why they ended early; null: they did not. */
export const Travelled = z.object({
  change: ReviewChange,
  steps: z.int().positive(),
  stopped: z.string().nullable(),
});
export type Travelled = z.infer<typeof Travelled>;
