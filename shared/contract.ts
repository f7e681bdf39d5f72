import { z } from 'zod';
import { DatasetInfo, Environment, Side } from './datasets.ts';
import { DecisionKind } from './decisions.ts';
import { AccountId, CustomerId, RunId } from './ids.ts';
import { JournalEntry, RunInfo, WritePlan } from './links.ts';
import { Lesson, MatchPolicy, MatchSettings, Pin } from './matching.ts';
import { Band } from './pairs.ts';
import { Preflight } from './preflight.ts';
import { FoundCustomer, ReviewChange, ReviewRows, ReviewSummary, RowDetail } from './review.ts';
import {
  Keeping,
  QuickBooksApp,
  QuickBooksConnection,
  SalesforceApp,
  SalesforceConnection,
} from './sign-in.ts';

const Nothing = z.strictObject({});

/** The kinds of long operation. One runs at a time; it reports progress and can be stopped. */
export const OperationKind = z.enum(['export', 'import', 'match', 'write', 'worksheet']);
export type OperationKind = z.infer<typeof OperationKind>;

/** How far a long operation is. `total` is null while it is unknown; `step` is a phrase for the person. */
export const Progress = z.object({
  operation: OperationKind,
  step: z.string(),
  done: z.number().nonnegative(),
  total: z.number().nonnegative().nullable(),
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
  connections: z.object({ salesforce: ConnectionInfo, quickbooks: ConnectionInfo }),
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

/**
 * What a match in a project came to. `lesson` is what decisions taught it, null when there were none. `changed` counts
 * against the proposals before: accounts whose proposed customer is another one, and those that have none any more.
 */
export const MatchOutcome = MatchSummary.extend({
  lesson: Lesson.nullable(),
  changed: z.object({ proposals: z.int().nonnegative(), gone: z.int().nonnegative() }),
});
export type MatchOutcome = z.infer<typeof MatchOutcome>;

/**
 * What was matched again after an export: how many records of each side had come, gone or changed, and how many proposals
 * are new or differ.
 */
export const Rematch = z.object({
  accounts: z.int().nonnegative(),
  customers: z.int().nonnegative(),
  proposals: z.int().nonnegative(),
});
export type Rematch = z.infer<typeof Rematch>;

/** Both sides as they are after an export or import; `rematch` is null where everything has to be matched. */
export const Loaded = z.object({
  salesforce: DatasetInfo,
  quickbooks: DatasetInfo,
  rematch: Rematch.nullable(),
});
export type Loaded = z.infer<typeof Loaded>;

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

  'project.recent': { input: Nothing, output: z.array(RecentProject) },
  'project.create': {
    input: z
      .strictObject({ name: z.string().trim().min(1).max(120) })
      .or(z.strictObject({ path: z.string().min(1) })),
    output: ProjectInfo,
  },
  'project.open': { input: z.strictObject({ path: z.string().min(1) }), output: ProjectInfo },
  'project.close': { input: Nothing, output: Nothing },
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

  'sources.preflight': { input: Nothing, output: Preflight },
  'sources.export': { input: Nothing, output: Loaded },
  'sources.import': {
    input: z.strictObject({
      accounts: z.string().min(1),
      customers: z.string().min(1),
      contacts: z.string().min(1).nullable(),
      map: z.string().min(1).nullable(),
    }),
    output: Loaded,
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
  'match.save': {
    input: z.strictObject({ path: z.string().min(1) }),
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
  'review.detail': { input: z.strictObject({ accountId: AccountId }), output: RowDetail },
  'review.search': {
    /** With an account, each customer comes with how it compares with it. */
    input: z.strictObject({
      query: z.string().max(200),
      limit: z.int().min(1).max(100),
      accountId: AccountId.optional(),
    }),
    output: z.array(FoundCustomer),
  },
  'review.decide': {
    input: z.strictObject({
      accountId: AccountId,
      kind: DecisionKind,
      customerId: CustomerId.nullable(),
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
  'review.undo': { input: Nothing, output: ReviewChange },
  'review.redo': { input: Nothing, output: ReviewChange },

  'worksheet.save': {
    input: z.strictObject({ path: z.string().min(1).nullable() }),
    output: z.object({
      path: z.string(),
      matches: z.int().nonnegative(),
      accountsWithoutMatch: z.int().nonnegative(),
      customersWithoutMatch: z.int().nonnegative(),
    }),
  },

  'write.plan': { input: Nothing, output: WritePlan },
  'write.start': {
    input: z.strictObject({ fingerprint: z.string(), acceptWarnings: z.boolean() }),
    output: RunInfo,
  },
  'write.resume': { input: z.strictObject({ runId: RunId }), output: RunInfo },
  'write.retryFailed': { input: Nothing, output: z.object({ requeued: z.int().nonnegative() }) },
  'runs.list': { input: Nothing, output: z.array(RunInfo) },
  'runs.journal': { input: z.strictObject({ runId: RunId }), output: z.array(JournalEntry) },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

/** What the engine tells without being asked. `changed` asks the screen to read again what it shows. */
export const events = {
  progress: Progress,
  'operation-ended': z.object({ operation: OperationKind }),
  changed: z.object({
    what: z.enum(['project', 'datasets', 'proposals', 'decisions', 'runs', 'connections', 'teaching']),
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
