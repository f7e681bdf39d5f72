import { statSync } from 'node:fs';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import type { Diagnostics } from '#shared/diagnostics.ts';
import type { Handlers, Of } from '../handlers.ts';
import type { Session } from '../session.ts';

/** The program's log, and what somebody who is to help has to know. */
export function logHandlers(session: Session): Handlers<Of<'log'>> {
  return {
    'log.read': ({ most }) => [...session.log.entries(most)],
    'log.diagnostics': () => diagnosticsOf(session),
  };
}

/** So many lines of the log go with it. */
const lines = 200;

function diagnosticsOf(session: Session): Diagnostics {
  const { electron, node } = process.versions;
  return {
    madeAt: session.now().toISOString(),
    program: { version: session.options.version, node, electron: electron ?? null },
    system: {
      platform: platform(),
      release: release(),
      architecture: arch(),
      processors: cpus().length,
      memoryMegabytes: megabytes(totalmem()),
      usedMegabytes: megabytes(process.memoryUsage.rss()),
    },
    project: projectOf(session),
    log: [...session.log.entries(lines)],
  };
}

function projectOf(session: Session): Diagnostics['project'] {
  if (!session.isOpen) return null;
  const { project, review } = session.open;
  const summary = session.reviewReading === null ? review.summary() : null;
  return {
    practice: session.isPracticePath(project.path),
    readOnly: project.readOnly,
    fileMegabytes: megabytes(statSync(project.path).size),
    accounts: project.records.size('salesforce'),
    customers: project.records.size('quickbooks'),
    states: { ...summary?.states },
    runs: project.journal.runs().map(({ status, counts }) => ({ status, counts: { ...counts } })),
  };
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}
