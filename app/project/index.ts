export type {
  AccountCreation,
  AccountCreationChange,
  AccountCreationStore,
  MadeAccount,
  NewAccountCreation,
} from './account-creations.ts';
export type { CommentStore } from './comments.ts';
export type {
  CreationChange,
  CreationRecord,
  CreationStore,
  NewCreation,
  RunCreation,
} from './creations.ts';
export type {
  AnyNewDecision,
  CustomerDecisionEntry,
  DecisionEntry,
  DecisionLog,
  LogEntry,
  NewCustomerDecision,
  NewDecision,
  RejectEvidence,
} from './decision-log.ts';
export type { DriftEntry, DriftStore } from './drift.ts';
export { checkProjectFile } from './file.ts';
export { isFree } from './file-lock.ts';
export type {
  Journal,
  JournalLink,
  JournalOutcome,
  JournalRecord,
  LastOutcome,
  RunEntry,
  SeenBefore,
} from './journal.ts';
export type { LinkTrail, RunEffect, TakenBack, UndoneLink } from './link-trail.ts';
export type { MatchRecord } from './match-record.ts';
export type { OtherNameStore } from './other-names.ts';
export { createProject, openProject, type Project, projectEnding, readProject } from './project.ts';
export type { ProposalStore, Renewal } from './proposals.ts';
export { openForReading, type ReadingProject } from './reading.ts';
export type { RecordReader } from './record-reader.ts';
export type { Dataset, RecordStore } from './records.ts';
export type { NewRemoval, Removal, RemovalChange, RemovalStore } from './removals.ts';
export type { NewSample, SampleStore, StoredSample } from './samples.ts';
export { type StoredProposal, storedProposal } from './stored-proposal.ts';
