import { basename } from 'node:path';
import { type AccountCreationStore, accountCreationStore } from './account-creations.ts';
import { type CommentStore, commentStore } from './comments.ts';
import { type CreationStore, creationStore } from './creations.ts';
import { type DecisionLog, decisionLog } from './decision-log.ts';
import { type DriftStore, driftStore } from './drift.ts';
import {
  closeProjectFile,
  createProjectFile,
  openProjectFile,
  openProjectFileToRead,
  type ProjectFile,
  type ReadOnlyReason,
} from './file.ts';
import { guarded, telling } from './guarded.ts';
import { type Journal, journal } from './journal.ts';
import { type OtherNameStore, otherNameStore } from './other-names.ts';
import { type ProposalStore, proposalStore } from './proposals.ts';
import { type RecordStore, recordStore } from './records.ts';
import { type RemovalStore, removalStore } from './removals.ts';
import { type SampleStore, sampleStore } from './samples.ts';
import { type TeachingStore, teachingStore } from './teaching.ts';

/** The methods by which something gets into the log of decisions. */
const appends = ['append', 'appendMixed', 'appending', 'appendForCustomers', 'appendReversal'];

/** The ending of a project file's name. */
export const projectEnding = '.counterpart';

/** An open project: one pair of organisations, everything known and decided about them. */
export interface Project {
  readonly path: string;
  readonly name: string;
  /** The same in every copy of the file, another one in every other project. */
  readonly id: string;
  readonly readOnly: boolean;
  readonly records: RecordStore;
  readonly otherNames: OtherNameStore;
  readonly proposals: ProposalStore;
  readonly decisions: DecisionLog;
  readonly journal: Journal;
  /** Customers created from accounts. */
  readonly creations: CreationStore;
  /** Accounts created from customers. */
  readonly accountCreations: AccountCreationStore;
  /** Created records that undos take away or bring back. */
  readonly removals: RemovalStore;
  readonly teaching: TeachingStore;
  readonly drift: DriftStore;
  readonly samples: SampleStore;
  readonly comments: CommentStore;
  /** Why it can only be read: another window has it, or it is write-protected; null where it can be written. */
  readonly readOnlyFor: ReadOnlyReason | null;
  /** Gives back the memory that reading the file took (https://www.sqlite.org/pragma.html#pragma_shrink_memory). */
  shrinkMemory(): void;
  close(): void;
}

/** Makes an empty project. Errors as of {@link createProjectFile}. */
export function createProject(path: string): Project {
  return projectOf(createProjectFile(path));
}

/**
 * Opens a project; runs that were cut off by a crash are marked so, and a batch of decisions that was never finished is
 * removed. `isWhole` says that {@link checkProjectFile} found the file well. Errors as of {@link openProjectFile}.
 */
export function openProject(path: string, isWhole = false): Project {
  const project = projectOf(openProjectFile(path, isWhole));
  try {
    if (project.readOnly) return project;
    project.journal.markInterrupted();
    project.decisions.forgetUnfinished();
    // The program ended between an export and matching again what it changed.
    if (project.proposals.isOutdated()) project.proposals.clear();
    return project;
  } catch (error) {
    project.close();
    throw error;
  }
}

/**
 * Opens a project that was checked ({@link checkProjectFile}) to look at it only: the file stays as it is, whoever has it
 * open. Errors of {@link openProject}.
 */
export function readProject(path: string): Project {
  return projectOf(openProjectFileToRead(path));
}

function projectOf(file: ProjectFile): Project {
  try {
    return telling(file.path, () => storesOf(file));
  } catch (error) {
    closeProjectFile(file);
    throw error;
  }
}

function storesOf(file: ProjectFile): Project {
  const { database, path, place } = file;
  /** What no longer would be found again is not written by these methods. */
  const inPlace = (...methods: string[]) => ({ check: () => place.require(), before: new Set(methods) });
  return {
    path,
    name: basename(path, projectEnding),
    id: String(database.prepare("SELECT value FROM meta WHERE key = 'project-id'").pluck().get() ?? ''),
    readOnly: file.lock === null,
    readOnlyFor: file.readOnlyFor,
    records: guarded(recordStore(database), path, inPlace('replace', 'replacing')),
    otherNames: guarded(otherNameStore(database), path),
    proposals: guarded(proposalStore(database), path),
    decisions: guarded(decisionLog(database), path, inPlace(...appends)),
    journal: guarded(journal(database), path, inPlace('begin', 'beginning', 'record', 'atOnce')),
    creations: guarded(creationStore(database), path, inPlace('beginning', 'record')),
    accountCreations: guarded(accountCreationStore(database), path, inPlace('beginning', 'record')),
    removals: guarded(removalStore(database), path),
    teaching: guarded(teachingStore(database), path, inPlace('choosePolicy', 'pin', 'unpin')),
    drift: guarded(driftStore(database), path),
    samples: guarded(sampleStore(database), path, inPlace('add', 'answer')),
    comments: guarded(commentStore(database), path, inPlace('add', 'addAll')),
    shrinkMemory: () => void database.pragma('shrink_memory'),
    close: () => closeProjectFile(file),
  };
}
