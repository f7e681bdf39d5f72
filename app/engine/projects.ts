import { existsSync, rmSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { PracticeCompany } from '#app/practice/index.ts';
import { projectEnding } from '#app/project/index.ts';
import type { Overview, ProjectInfo } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { Troubles } from '#shared/practice.ts';
import type { Handlers, Of } from './handlers.ts';
import type { Session } from './session.ts';

/** Opening, creating and remembering projects, and what the frame of the window shows. */
export function projectHandlers(session: Session): Handlers<Of<'app'> | Of<'project'> | Of<'operation'>> {
  const { options, recent } = session;
  return {
    'app.info': () => ({
      version: options.version,
      projectsFolder: options.home.projects,
      author: options.author,
    }),
    'app.overview': () => overviewOf(session),
    'operation.cancel': () => {
      session.operations.cancel();
      return {};
    },
    'operation.pause': () => {
      session.operations.pause();
      return {};
    },
    'project.recent': () => recent.list(),
    'project.create': (input) =>
      session.inTurn(() =>
        session.create('path' in input ? withEnding(resolve(input.path)) : session.pathOf(input.name)),
      ),
    'project.open': ({ path }) => session.inTurn(() => session.openAt(found(resolve(path)))),
    'project.close': () =>
      session.inTurn(async () => {
        await session.closeProject();
        return {};
      }),
    'project.mergePreview': ({ path }) =>
      session.inTurn(async () => {
        const { previewMerge } = await import('./merging.ts');
        await session.reviewReading;
        return previewMerge(session, found(resolve(path)));
      }),
    'project.merge': ({ path, takeTheirs }) =>
      session.inTurn(async () => {
        const { merge } = await import('./merging.ts');
        await session.reviewReading;
        return merge(session, found(resolve(path)), takeTheirs);
      }),
    'project.forget': ({ path }) => {
      recent.forget(path);
      return recent.list();
    },
  };
}

/** The practice company: one click opens it, one click puts it back to how it began. */
export function practiceHandlers(session: Session): Handlers<Of<'practice'>> {
  return {
    'practice.start': async ({ salesforcePort, quickbooksPort }) => {
      const company = await session.practiceOn(salesforcePort, quickbooksPort);
      const { salesforceUrl, quickbooksUrl, environment } = company;
      return { salesforceUrl, quickbooksUrl, environment };
    },
    'practice.open': () => session.inTurn(() => openPractice(session)),
    'practice.reset': () =>
      session.inTurn(async () => {
        await openPractice(session);
        const company = await session.practice();
        // Raises `project-read-only` when another window is at work in it.
        const { path } = session.writable.project;
        await session.closeProject();
        company.reset();
        for (const file of [path, `${path}-wal`, `${path}-shm`])
          rmSync(file, { force: true, maxRetries: 10 });
        return await session.create(path);
      }),
    'practice.info': async () => {
      if (session.practiceRuns === null) return null;
      const { salesforceUrl, quickbooksUrl } = await session.practiceRuns;
      return { salesforceUrl, quickbooksUrl };
    },
    'practice.troubles': async () => troublesOf(await session.practice()),
    'practice.setTrouble': async ({ id, often }) => {
      const company = await session.practice();
      company.troubles.set(id, often);
      return troublesOf(company);
    },
    'practice.clearTroubles': async () => {
      const company = await session.practice();
      company.troubles.clear();
      // While something runs its own sign-in is left alone, as it may be renewing it.
      if (session.projectInfo?.practice === true && session.operations.progress === null) {
        company.signInAgain();
        session.connections.use(company.environment);
        session.emit({ name: 'changed', payload: { what: 'connections' } });
      }
      return troublesOf(company);
    },
    'practice.change': async ({ id }) => ({ said: (await session.practice()).changes.make(id) }),
  };
}

function troublesOf({ troubles, changes }: PracticeCompany): Troubles {
  return { troubles: troubles.list(), changes: changes.list() };
}

async function openPractice(session: Session): Promise<ProjectInfo> {
  const path = session.practicePath;
  const open = session.projectInfo;
  if (open !== null && session.isPracticePath(open.path)) return open;
  // Who asks for the practice company wants both services, not its project alone. Errors: `practice-in-use`.
  await session.practice();
  try {
    return await session.openAt(path);
  } catch (error) {
    if (error instanceof AppError && error.code === 'project-not-found') return await session.create(path);
    throw error;
  }
}

function overviewOf(session: Session): Overview {
  const open = session.isOpen ? session.open : null;
  const running = session.operations.progress;
  return {
    project: session.projectInfo,
    datasets: {
      salesforce: open?.project.records.info('salesforce') ?? null,
      quickbooks: open?.project.records.info('quickbooks') ?? null,
    },
    otherNames: open?.project.otherNames.counts() ?? { vendor: null, employee: null },
    connections: {
      salesforce: session.connections.info('salesforce'),
      quickbooks: session.connections.info('quickbooks'),
    },
    drift: open?.project.drift.latest() ?? null,
    matchedAt: open?.project.proposals.matchedAt() ?? null,
    early: open?.review.early ?? 0,
    review: session.reviewReading === null ? (open?.review.summary() ?? null) : null,
    running,
  };
}

/** A project may be named without its ending, as it can be when it is made. */
function found(path: string): string {
  return !existsSync(path) && existsSync(withEnding(path)) ? withEnding(path) : path;
}

function withEnding(path: string): string {
  return extname(path) === projectEnding ? path : `${path}${projectEnding}`;
}
