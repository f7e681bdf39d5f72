export type { DecisionEntry, DecisionLog, LogEntry, NewDecision, RejectEvidence } from './decision-log.ts';
export { type Home, homeOf } from './home.ts';
export type { Journal, JournalLink, JournalOutcome, JournalRecord, LastOutcome } from './journal.ts';
export type { MatchRecord } from './match-record.ts';
export { createProject, openProject, type Project, projectEnding } from './project.ts';
export { type RecentProjects, recentProjects } from './recent.ts';
export type { Dataset, RecordStore } from './records.ts';
