// Longer than other files, because every call and every event has its one line here, and one map is what both ends check.
import { z } from 'zod';
import { AccountChoice, AccountChoices, CheckedChoice } from './account-choice.ts';
import { BulkPreview } from './bulk.ts';
import { CreatePlan, CreatePreview, CreationEntry, PlannedRecord } from './creating.ts';
import { TemplateSource } from './creation-template.ts';
import { DatasetInfo, Environment, Side } from './datasets.ts';
import { CustomerDecisionKind, DecisionKind } from './decisions.ts';
import { Diagnostics, LogEntry } from './diagnostics.ts';
import { DriftKind, DriftRecord, DriftReport } from './drift.ts';
import { FileCheck, FileKind, FileMaps, FilePreview } from './files.ts';
import { AccountId, CustomerId, RunId } from './ids.ts';
import {
  JournalEntry,
  LinkFileKind,
  LinkWarning,
  PlannedLink,
  RunInfo,
  SavedLinkFile,
  SavedPlan,
  UndoPlan,
  UndoPreview,
  usualHighValue,
  WritePlan,
  WritePreview,
} from './links.ts';
import { Lesson, MatchPolicy, MatchSettings, Pin } from './matching.ts';
import { OtherNameCounts } from './other-names.ts';
import { Band } from './pairs.ts';
import { Often, Troubles } from './practice.ts';
import { Preferences } from './preferences.ts';
import { Preflight } from './preflight.ts';
import { Customer } from './records.ts';
import { RemovalEntry } from './removals.ts';
import {
  Comment,
  Conflict,
  CustomerRow,
  CustomerRows,
  FoundAccount,
  FoundCustomer,
  PastBatches,
  ReviewChange,
  ReviewRows,
  ReviewSummary,
  RowDetail,
  Travelled,
} from './review.ts';
import { Sample, SampleVerdict } from './sampling.ts';
import {
  Keeping,
  QuickBooksApp,
  QuickBooksConnection,
  SalesforceApp,
  SalesforceConnection,
} from './sign-in.ts';
import { SignOffSummary } from './sign-off.ts';
import { FindingKind, WorksheetApplied, WorksheetFinding, WorksheetPreview } from './worksheet.ts';

const Nothing = z.strictObject({});

/** Where a file goes; null: into the projects' folder, under the project's name and the day. */
const SavePath = z.string().min(1).nullable();

/** What a write plan is asked for by: the balance from which a link is one of high value. */
const PlanInput = z.strictObject({ highValueFrom: z.number().positive().default(usualHighValue) });

/** The kinds of long operation. One runs at a time; it reports progress and can be stopped. */
export const OperationKind = z.enum([
  'export',
  'import',
  'match',
  'write',
  'create',
  'undo',
  'worksheet',
  'save',
]);
export type OperationKind = z.infer<typeof OperationKind>;

/** How far a long operation is. `total` is null while it is unknown; `step` is a phrase for the person. */
export const Progress = z.object({
  operation: OperationKind,
  step: z.string(),
  done: z.number().nonnegative(),
  total: z.number().nonnegative().nullable(),
  /** By the rate of the last steps; null while nobody can say. */
  secondsLeft: z.number().nonnegative().nullable(),
});
export type Progress = z.infer<typeof Progress>;

export const ProjectInfo = z.object({
  path: z.string(),
  name: z.string(),
  readOnly: z.boolean(),
  practice: z.boolean(),
});
export type ProjectInfo = z.infer<typeof ProjectInfo>;

export const RecentProject = z.object({
  path: z.string(),
  name: z.string(),
  openedAt: z.string(),
  exists: z.boolean(),
});
export type RecentProject = z.infer<typeof RecentProject>;

/** A service's connection; `environment` is null until the service was asked. Tokens never cross the contract. */
export const ConnectionInfo = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none'), hint: z.string() }),
  z.object({ kind: z.literal('connected'), address: z.string(), environment: Environment.nullable() }),
]);
export type ConnectionInfo = z.infer<typeof ConnectionInfo>;

/** What the frame of the window shows: the project, its data, its connections and what is under way. */
export const Overview = z.object({
  project: ProjectInfo.nullable(),
  datasets: z.object({ salesforce: DatasetInfo.nullable(), quickbooks: DatasetInfo.nullable() }),
  otherNames: OtherNameCounts,
  connections: z.object({ salesforce: ConnectionInfo, quickbooks: ConnectionInfo }),
  /** What the last export found against the one before; null where there is nothing to compare. */
  drift: DriftReport.nullable(),
  matchedAt: z.string().nullable(),
  /** How many accounts show a proposal of a match that still runs and may yet change it. */
  early: z.int().nonnegative(),
  /** Null also while the review of a project that was just opened is being read. */
  review: ReviewSummary.nullable(),
  running: Progress.nullable(),
});
export type Overview = z.infer<typeof Overview>;

export const MatchSummary = z.object({
  proposals: z.int().nonnegative(),
  bands: z.record(Band, z.int().nonnegative()),
  conflicts: z.int().nonnegative(),
  withoutCandidate: z.int().nonnegative(),
  milliseconds: z.number().nonnegative(),
});
export type MatchSummary = z.infer<typeof MatchSummary>;

/** Undecided accounts whose proposed customer is another one now, and those that have none any more. */
const ChangedProposals = z.object({ proposals: z.int().nonnegative(), gone: z.int().nonnegative() });

/**
 * What a match in a project came to. `lesson` is what decisions taught it, null when there were none. `changed` counts
 * against the proposals before: accounts whose proposed customer is another one, and those that have none any more.
 */
export const MatchOutcome = MatchSummary.extend({
  lesson: Lesson.nullable(),
  changed: ChangedProposals,
});
export type MatchOutcome = z.infer<typeof MatchOutcome>;

/**
 * What was matched again after an export: how many records of each side had come, gone or changed, and how many proposals
 * are new or differ. `changed` is that of a match.
 */
export const Rematch = z.object({
  accounts: z.int().nonnegative(),
  customers: z.int().nonnegative(),
  proposals: z.int().nonnegative(),
  changed: ChangedProposals,
});
export type Rematch = z.infer<typeof Rematch>;

/**
 * Both sides as they are after an export or import; `rematch` is null where everything has to be matched, `drift` where
 * there was nothing to compare with. `toCheck` counts the accounts whose link or decision an export made doubtful.
 */
export const Loaded = z.object({
  salesforce: DatasetInfo,
  quickbooks: DatasetInfo,
  rematch: Rematch.nullable(),
  drift: DriftReport.nullable(),
  toCheck: z.int().nonnegative(),
});
export type Loaded = z.infer<typeof Loaded>;

/** A record that came, went or changed, and what it is about: the accounts or the customer that it is linked to or confirmed for. */
export const FoundDrift = DriftRecord.extend({ concerns: z.string() });
export type FoundDrift = z.infer<typeof FoundDrift>;

/** A dataset that was saved. `shortened` counts the cells that hold more than a workbook can. */
export const SavedFile = z.object({
  path: z.string(),
  rows: z.int().nonnegative(),
  shortened: z.int().nonnegative(),
});
export type SavedFile = z.infer<typeof SavedFile>;

const Said = z.object({ kind: DecisionKind, customerName: z.string(), author: z.string(), at: z.string() });

/**
 * What another reviewer's copy of the project would add: accounts whose decisions would be taken over, that both decided
 * alike, and that are not in this project or read otherwise there; decisions on customers alone; remarks; and where the two
 * say different things (null: no word, or taken back).
 */
export const MergePreview = z.object({
  adopted: z.int().nonnegative(),
  agreed: z.int().nonnegative(),
  unknown: z.int().nonnegative(),
  customers: z.int().nonnegative(),
  comments: z.int().nonnegative(),
  disagreements: z.array(
    z.object({
      accountId: AccountId,
      accountName: z.string(),
      ours: Said.nullable(),
      theirs: Said.nullable(),
    }),
  ),
});
export type MergePreview = z.infer<typeof MergePreview>;

/** Signing in to the services: how each stands, and how a sign-in is kept. Secrets never cross the contract outwards. */
export const ConnectionSettings = z.object({
  keeping: Keeping,
  salesforce: SalesforceConnection,
  quickbooks: QuickBooksConnection,
});
export type ConnectionSettings = z.infer<typeof ConnectionSettings>;

/** What a sign-in begins with. `clientSecret` null takes the one that is kept. */
export const SignInRequest = z.discriminatedUnion('side', [
  z.strictObject({ side: z.literal('salesforce'), app: SalesforceApp }),
  z.strictObject({
    side: z.literal('quickbooks'),
    app: QuickBooksApp,
    clientSecret: z.string().trim().max(300).nullable(),
  }),
]);
export type SignInRequest = z.infer<typeof SignInRequest>;

/** Where the practice company's two services listen. */
export const PracticeInfo = z.object({
  salesforceUrl: z.string(),
  quickbooksUrl: z.string(),
});
export type PracticeInfo = z.infer<typeof PracticeInfo>;

/** The environment variables under which another program reaches the practice company; its tokens open nothing else. */
export const PracticeSettings = PracticeInfo.extend({ environment: z.record(z.string(), z.string()) });
export type PracticeSettings = z.infer<typeof PracticeSettings>;

/**
 * Every call the screen or the command line can make: input and output of each. The engine implements this map,
 * the doors carry it, and both ends check it, so a new capability starts with a line here.
 */
export const methods = {
  'app.info': {
    input: Nothing,
    output: z.object({ version: z.string(), projectsFolder: z.string(), author: z.string() }),
  },
  'app.overview': { input: Nothing, output: Overview },
  'operation.cancel': { input: Nothing, output: Nothing },
  /** Lets a run of links rest once what is under way is done; it can be gone on with at any time. */
  'operation.pause': { input: Nothing, output: Nothing },

  /** The newest lines of the program's log, the newest last. */
  'log.read': { input: z.strictObject({ most: z.int().positive().max(500) }), output: z.array(LogEntry) },
  'log.diagnostics': { input: Nothing, output: Diagnostics },

  'preferences.all': { input: Nothing, output: Preferences },
  'preferences.set': {
    input: z.strictObject({ key: z.string().min(1).max(100), value: z.string().max(100_000).nullable() }),
    output: Preferences,
  },

  'project.recent': { input: Nothing, output: z.array(RecentProject) },
  'project.create': {
    input: z
      .strictObject({ name: z.string().trim().min(1).max(120) })
      .or(z.strictObject({ path: z.string().min(1) })),
    output: ProjectInfo,
  },
  'project.open': { input: z.strictObject({ path: z.string().min(1) }), output: ProjectInfo },
  'project.close': { input: Nothing, output: Nothing },
  'project.mergePreview': { input: z.strictObject({ path: z.string().min(1) }), output: MergePreview },
  /** Takes over another reviewer's decisions and remarks; `takeTheirs` are disagreements in which theirs counts. */
  'project.merge': {
    input: z.strictObject({ path: z.string().min(1), takeTheirs: z.array(AccountId) }),
    output: z.object({
      decided: z.int().nonnegative(),
      refused: z.array(z.object({ accountId: AccountId, message: z.string() })),
      customers: z.int().nonnegative(),
      comments: z.int().nonnegative(),
    }),
  },
  'project.forget': { input: z.strictObject({ path: z.string().min(1) }), output: z.array(RecentProject) },

  'practice.start': {
    input: z.strictObject({
      salesforcePort: z.int().min(0).max(65_535),
      quickbooksPort: z.int().min(0).max(65_535),
    }),
    output: PracticeSettings,
  },
  'practice.open': { input: Nothing, output: ProjectInfo },
  'practice.reset': { input: Nothing, output: ProjectInfo },
  'practice.info': { input: Nothing, output: PracticeInfo.nullable() },
  'practice.troubles': { input: Nothing, output: Troubles },
  /** `often` null switches it off. */
  'practice.setTrouble': {
    input: z.strictObject({ id: z.string(), often: Often.nullable() }),
    output: Troubles,
  },
  /** Switches all off, and signs in anew where that was lost. */
  'practice.clearTroubles': { input: Nothing, output: Troubles },
  /** Does to the records what somebody else might; `said` tells what. */
  'practice.change': { input: z.strictObject({ id: z.string() }), output: z.object({ said: z.string() }) },

  'sources.preflight': { input: Nothing, output: Preflight },
  'sources.choices': { input: Nothing, output: AccountChoices },
  'sources.checkChoice': { input: z.strictObject({ choice: AccountChoice }), output: CheckedChoice },
  /** Without `choice`: the one of the last export, or all accounts. */
  'sources.export': { input: z.strictObject({ choice: AccountChoice.optional() }), output: Loaded },
  /** A side without a file stays as the project holds it. `map` is a path, or the map itself. */
  'sources.import': {
    input: z.strictObject({
      accounts: z.string().min(1).nullable(),
      customers: z.string().min(1).nullable(),
      contacts: z.string().min(1).nullable(),
      map: z.union([z.string().min(1), FileMaps]).nullable(),
    }),
    output: Loaded,
  },

  /** Saves datasets as .csv or .xlsx, which importing reads again: to these paths, or both to the projects' folder. */
  'sources.save': {
    input: z.discriminatedUnion('to', [
      z.strictObject({
        to: z.literal('paths'),
        accounts: z.string().min(1).nullable(),
        customers: z.string().min(1).nullable(),
      }),
      z.strictObject({ to: z.literal('projects-folder'), format: z.enum(['csv', 'xlsx']) }),
    ]),
    output: z.object({ salesforce: SavedFile.nullable(), quickbooks: SavedFile.nullable() }),
  },

  /** What the beginning of a file says; `kind` null: what it looks like. */
  'files.preview': {
    input: z.strictObject({ path: z.string().min(1), kind: FileKind.nullable(), map: FileMaps }),
    output: FilePreview,
  },
  /** What reading the whole of a file comes to. The next check of the same kind ends this one. */
  'files.check': {
    input: z.strictObject({ path: z.string().min(1), kind: FileKind, map: FileMaps }),
    output: FileCheck,
  },

  /** The records of one kind that the last export found, by name. */
  'drift.found': {
    input: z.strictObject({
      side: Side,
      kind: DriftKind,
      skip: z.int().nonnegative(),
      limit: z.int().min(1).max(1_000),
    }),
    output: z.array(FoundDrift),
  },

  'match.run': { input: Nothing, output: MatchOutcome },
  'match.settings': { input: Nothing, output: MatchSettings },
  'match.setPolicy': { input: MatchPolicy.strict(), output: MatchSettings },
  'match.pin': { input: Pin.strict(), output: MatchSettings },
  'match.unpin': { input: Pin.pick({ kind: true, value: true }).strict(), output: MatchSettings },
  'match.files': {
    input: z.strictObject({
      accounts: z.string().min(1),
      customers: z.string().min(1),
      contacts: z.string().min(1).nullable(),
      map: z.string().min(1).nullable(),
      out: z.string().min(1),
    }),
    output: z.object({
      path: z.string(),
      rows: z.int().nonnegative(),
      summary: MatchSummary,
      problems: z.array(z.string()),
    }),
  },
  /** Saves all proposals as CSV. */
  'match.save': {
    input: z.strictObject({ path: SavePath }),
    output: z.object({ path: z.string(), rows: z.int().nonnegative() }),
  },

  'connections.settings': { input: Nothing, output: ConnectionSettings },
  /** Begins a sign-in; it ends later, told by `changed`. */
  'connections.signIn': { input: SignInRequest, output: Nothing },
  'connections.cancelSignIn': { input: z.strictObject({ side: Side }), output: Nothing },
  /** Gives a waiting sign-in the address that the browser was sent to. */
  'connections.pasteRedirect': {
    input: z.strictObject({ side: Side, address: z.string().max(5_000) }),
    output: Nothing,
  },
  /** `revoked` is false where the service could not be told. */
  'connections.signOut': {
    input: z.strictObject({ side: Side }),
    output: z.object({ revoked: z.boolean() }),
  },

  'review.summary': { input: Nothing, output: ReviewSummary },
  'review.rows': { input: z.strictObject({ from: z.int().nonnegative() }), output: ReviewRows },
  /** With `also`, this customer is the last candidate unless it is one already. */
  'review.detail': {
    input: z.strictObject({ accountId: AccountId, also: CustomerId.optional() }),
    output: RowDetail,
  },
  /** The accounts and customers that compete with each other around this account. */
  'review.conflict': { input: z.strictObject({ accountId: AccountId }), output: Conflict },
  'review.search': {
    /** With an account, each customer comes with how it compares with it. */
    input: z.strictObject({
      query: z.string().max(200),
      limit: z.int().min(1).max(100),
      accountId: AccountId.optional(),
    }),
    output: z.array(FoundCustomer),
  },
  /** The accounts that may be a customer's, with how each compares with it. */
  'review.searchAccounts': {
    input: z.strictObject({
      query: z.string().max(200),
      limit: z.int().min(1).max(100),
      customerId: CustomerId,
    }),
    output: z.array(FoundAccount),
  },
  'review.decide': {
    input: z.strictObject({
      accountId: AccountId,
      kind: DecisionKind,
      customerId: CustomerId.nullable(),
    }),
    output: ReviewChange,
  },
  /** Takes decisions that belong together as one batch, or none of them where one cannot be taken. */
  'review.decideTogether': {
    input: z.strictObject({
      decisions: z
        .array(
          z.strictObject({ accountId: AccountId, kind: DecisionKind, customerId: CustomerId.nullable() }),
        )
        .min(1)
        .max(1_000),
    }),
    output: ReviewChange,
  },
  'review.decideMany': {
    input: z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('band'), bands: z.array(Band).min(1) }),
      z.strictObject({ by: z.literal('file'), path: z.string().min(1) }),
      z.strictObject({
        by: z.literal('list'),
        decisions: z.array(
          z.strictObject({ accountId: AccountId, kind: DecisionKind, customerId: CustomerId.nullable() }),
        ),
      }),
    ]),
    output: z.object({
      decided: z.int().nonnegative(),
      unchanged: z.int().nonnegative(),
      refused: z.array(z.object({ accountId: AccountId, message: z.string() })),
      summary: ReviewSummary,
    }),
  },
  /** What a bulk decision would decide of these accounts, and what it would leave out. Decides nothing. */
  'review.previewMany': {
    input: z.strictObject({ accountIds: z.array(AccountId), kind: DecisionKind }),
    output: BulkPreview,
  },
  /** Writes a remark beside an account; gives all that is written there. */
  'review.comment': {
    input: z.strictObject({ accountId: AccountId, text: z.string().trim().min(1).max(2_000) }),
    output: z.array(Comment),
  },
  /** The customers to which no account belongs, piece by piece from the place 0 on. */
  'review.customers': { input: z.strictObject({ from: z.int().nonnegative() }), output: CustomerRows },
  /** A customer's record, with how it stands. */
  'review.customer': {
    input: z.strictObject({ customerId: CustomerId }),
    output: z.object({ row: CustomerRow, customer: Customer }),
  },
  /** Says what becomes of customers without an account, as one batch. */
  'review.decideCustomers': {
    input: z.strictObject({
      decisions: z.array(z.strictObject({ customerId: CustomerId, kind: CustomerDecisionKind })).min(1),
    }),
    output: ReviewChange,
  },
  'review.undo': { input: Nothing, output: ReviewChange },
  'review.redo': { input: Nothing, output: ReviewChange },
  /** What was decided, newest first; `before` null: from the last action on. */
  'review.history': {
    input: z.strictObject({ before: z.int().positive().nullable(), limit: z.int().min(1).max(500) }),
    output: PastBatches,
  },
  /** Undoes one action after another back to this one, or redoes them up to it. */
  'review.travel': {
    input: z.strictObject({ type: z.enum(['undo', 'redo']), to: z.int().positive() }),
    output: Travelled,
  },

  /** How large a blind sample has to be to show a wrong-link rate of at most `bound` when it finds none wrong. */
  'sample.size': {
    input: z.strictObject({ population: z.int().nonnegative(), bound: z.number().min(0.001).max(0.5) }),
    output: z.object({ size: z.int().nonnegative() }),
  },
  /** Draws a blind sample of the undecided pairs of these accounts. `what` says in words what they are. */
  'sample.draw': {
    input: z.strictObject({
      accountIds: z.array(AccountId).min(1),
      what: z.string().max(300),
      bound: z.number().min(0.001).max(0.5),
    }),
    output: Sample,
  },
  'sample.answer': {
    input: z.strictObject({
      sample: z.int().positive(),
      accountId: AccountId,
      verdict: SampleVerdict.nullable(),
    }),
    output: Sample,
  },
  'sample.list': { input: Nothing, output: z.array(Sample) },

  'worksheet.save': {
    input: z.strictObject({ path: z.string().min(1).nullable() }),
    output: z.object({
      path: z.string(),
      matches: z.int().nonnegative(),
      conflicts: z.int().nonnegative(),
      accountsWithoutMatch: z.int().nonnegative(),
      customersWithoutMatch: z.int().nonnegative(),
      linked: z.int().nonnegative(),
    }),
  },
  /** Reads a worksheet that came back and tells what it would do. Changes nothing. */
  'worksheet.read': { input: z.strictObject({ path: z.string().min(1) }), output: WorksheetPreview },
  /** The findings of one kind, in the order of the file. */
  'worksheet.findings': {
    input: z.strictObject({
      reading: z.int().positive(),
      kind: FindingKind,
      skip: z.int().nonnegative(),
      limit: z.int().min(1).max(1_000),
    }),
    output: z.array(WorksheetFinding),
  },
  /**
   * Takes over what was read, as one batch: all that need not be asked, the findings of `kinds` but those in `leave`, and
   * those in `take`, by their ids. Nothing where the project is no longer what the preview showed.
   */
  'worksheet.apply': {
    input: z.strictObject({
      reading: z.int().positive(),
      kinds: z.array(FindingKind.extract(['conflict', 'stale', 'blanked'])),
      take: z.array(z.int().nonnegative()),
      leave: z.array(z.int().nonnegative()),
    }),
    output: WorksheetApplied,
  },

  /** Saves links for Salesforce's Data Loader (CSV): `Id` and `qime__QB_ID__c`, under the rules of a write. */
  'worksheet.saveLinks': {
    input: z.strictObject({ what: LinkFileKind, path: SavePath }),
    output: SavedLinkFile,
  },
  /** What was done and what came of it, for a person to print or sign. */
  'worksheet.summary': { input: Nothing, output: SignOffSummary },
  /** Saves the sign-off pack: one workbook with the summary and every record with what was decided and written. */
  'worksheet.saveSignOff': {
    input: z.strictObject({ path: SavePath }),
    output: z.object({
      path: z.string(),
      pairs: z.int().nonnegative(),
      rejected: z.int().nonnegative(),
      accountsWithoutMatch: z.int().nonnegative(),
      customersWithoutMatch: z.int().nonnegative(),
    }),
  },

  'write.plan': { input: PlanInput, output: WritePlan },
  /** The same plan for a screen: without its links, which `write.previewLinks` gives from one of them on. */
  'write.preview': { input: PlanInput, output: WritePreview },
  'write.previewLinks': {
    input: z.strictObject({ fingerprint: z.string(), from: z.int().nonnegative() }),
    output: z.array(PlannedLink),
  },
  /** Saves the plan as a workbook (.xlsx): what would be written, and what is left out or held back. Writes to no service. */
  'write.savePlan': {
    input: PlanInput.extend({ path: SavePath, holdBack: z.array(LinkWarning).default([]) }),
    output: SavedPlan,
  },
  'write.start': {
    // `holdBack`: links with one of these warnings stay out of this run. All that is accepted is about the others.
    input: PlanInput.extend({
      fingerprint: z.string(),
      acceptWarnings: z.boolean(),
      acceptProduction: z.boolean().default(false),
      holdBack: z.array(LinkWarning).default([]),
    }),
    output: RunInfo,
  },
  /** Goes on with a run that was broken off, a write or an undo. */
  'write.resume': {
    // `acceptFirst`: what became of the first links was looked at, and the rest is to be sent all the same.
    input: z.strictObject({ runId: RunId, acceptFirst: z.boolean().default(false) }),
    output: RunInfo,
  },
  /** Takes the links that a stopped run never sent out of it; they stay confirmed, for another run. */
  'write.leaveOut': { input: z.strictObject({ runId: RunId }), output: RunInfo },
  'write.retryFailed': { input: Nothing, output: z.object({ requeued: z.int().nonnegative() }) },
  /** The records that would be created in a service from those of the other one that are decided so. */
  'create.plan': { input: z.strictObject({ in: Side }), output: CreatePlan },
  /** The same plan for a screen: without its records, which `create.previewRecords` gives from one of them on. */
  'create.preview': { input: z.strictObject({ in: Side }), output: CreatePreview },
  'create.previewRecords': {
    input: z.strictObject({ in: Side, number: z.int().positive(), from: z.int().nonnegative() }),
    output: z.array(PlannedRecord),
  },
  /** Keeps another value for a field of one record to be; null: the template's. */
  'create.edit': {
    input: z.strictObject({
      in: Side,
      sourceId: z.string().min(1),
      field: z.string().min(1),
      value: z.string().max(4_000).nullable(),
    }),
    output: Nothing,
  },
  /** Fills a field of all records to be from another source, and keeps that in the project; null: as the mapping says. */
  'create.template': {
    input: z.strictObject({ in: Side, field: z.string().min(1), source: TemplateSource.nullable() }),
    output: Nothing,
  },
  'create.start': {
    input: z.strictObject({ in: Side, fingerprint: z.string(), acceptWarnings: z.boolean() }),
    output: RunInfo,
  },
  'create.resume': { input: z.strictObject({ runId: RunId }), output: RunInfo },
  'create.journal': { input: z.strictObject({ runId: RunId }), output: z.array(CreationEntry) },
  /** What undoing a run would do as things are in Salesforce now. Changes nothing. */
  'undo.plan': { input: z.strictObject({ runId: RunId }), output: UndoPlan },
  /** The same for a screen: without its accounts, which `undo.previewAccounts` gives from one of each kind on. */
  'undo.preview': { input: z.strictObject({ runId: RunId }), output: UndoPreview },
  'undo.previewAccounts': {
    input: z.strictObject({ fingerprint: z.string(), from: z.int().nonnegative() }),
    output: UndoPlan.pick({ restored: true, skipped: true }),
  },
  /**
   * Sets the accounts that a run changed back, as a run of its own; `fingerprint` is that of the plan that was seen. `made`: what becomes
   * of the records that the run created.
   */
  'undo.start': {
    input: z.strictObject({
      runId: RunId,
      fingerprint: z.string(),
      made: z.enum(['keep', 'change']).default('keep'),
    }),
    output: RunInfo,
  },
  'runs.list': { input: Nothing, output: z.array(RunInfo) },
  /** What an undo did to the records that the undone run had created. */
  'runs.removals': { input: z.strictObject({ runId: RunId }), output: z.array(RemovalEntry) },
  'runs.journal': { input: z.strictObject({ runId: RunId }), output: z.array(JournalEntry) },
  /** Some of a journal's entries, by the ids of their accounts: those after `last`, null for the first. */
  'runs.journalPage': {
    input: z.strictObject({ runId: RunId, last: AccountId.nullable() }),
    output: z.array(JournalEntry),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

/** What the engine tells without being asked. `changed` asks the screen to read again what it shows. */
export const events = {
  progress: Progress,
  'operation-ended': z.object({ operation: OperationKind }),
  changed: z.object({
    what: z.enum([
      'project',
      'datasets',
      'proposals',
      'decisions',
      'creations',
      'runs',
      'connections',
      'teaching',
    ]),
  }),
  notice: z.object({ side: Side.nullable(), message: z.string() }),
} as const satisfies Record<string, z.ZodType>;

export type Methods = typeof methods;
export type MethodName = keyof Methods;
export type MethodInput<M extends MethodName> = z.input<Methods[M]['input']>;
export type MethodOutput<M extends MethodName> = z.output<Methods[M]['output']>;

export type EventName = keyof typeof events;
/** An event as a door carries it: its name and its payload. */
export type AppEvent = { [E in EventName]: { name: E; payload: z.output<(typeof events)[E]> } }[EventName];
