import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Home, type RecentProjects, recentProjects } from '#app/home/index.ts';
import type { PracticeCompany, PracticeOptions } from '#app/practice/index.ts';
import {
  checkProjectFile,
  createProject,
  isFree,
  openProject,
  type Project,
  projectEnding,
} from '#app/project/index.ts';
import type { Review } from '#app/review/index.ts';
import type { SignIns } from '#app/sign-in/index.ts';
import type { LinkRunLimits } from '#app/write/index.ts';
import type { AppEvent, ProjectInfo } from '#shared/contract.ts';
import type { Side } from '#shared/datasets.ts';
import { AppError } from '#shared/errors.ts';
import { Connections } from './connections.ts';
import { Idle } from './idle.ts';
import { ProgramLog } from './log/program-log.ts';
import { groundRulesOf } from './match-project/ground-rules.ts';
import { ProjectMatcher } from './match-project/project-matcher.ts';
import { Operations } from './operations.ts';
import { type SignInOptions, signInProjectsOf, signInsOf } from './signing-in.ts';

/** What the program is started with; every door fills it in its own way. */
export interface EngineOptions {
  readonly version: string;
  readonly home: Home;
  /** Who decides and writes: recorded beside every decision and run. */
  readonly author: string;
  /** Where the connections of real organisations come from. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now?: () => Date;
  /** Whether a person is at the screen, for whom what is likely to be asked next is prepared. */
  readonly preparesAhead?: boolean;
  /** Told a rotated refresh token, so that the person can store it; where absent, only the fact is told. */
  readonly onRefreshToken?: (side: Side, token: string) => void;
  /** How runs of links are cut, and how long they wait, where it is not as usual. */
  readonly linkRuns?: Partial<LinkRunLimits>;
  /** How a person signs in to the services; absent where there is no screen for it. */
  readonly signIn?: SignInOptions;
}

type Environment = EngineOptions['environment'];

/** How long an operation in flight has to end when the program does (milliseconds). */
const endPatience = 4_000;

/** How often a window that may only read looks whether the other one has let the project go (milliseconds). */
const turnInterval = 2_000;

/** An open project with its review and its matcher. */
export interface OpenProject {
  readonly project: Project;
  readonly review: Review;
  readonly matcher: ProjectMatcher;
}

/** What is open and running: the state that all calls of one engine share. */
export class Session {
  readonly options: EngineOptions;
  readonly now: () => Date;
  readonly emit: (event: AppEvent) => void;
  readonly operations: Operations;
  readonly log: ProgramLog;
  readonly signIns: SignIns;
  readonly connections: Connections;
  readonly recent: RecentProjects;
  readonly #idle: Idle;
  #unanswered = 0;
  #open: OpenProject | null = null;
  #practice: Promise<PracticeCompany> | null = null;
  #lastTurn: Promise<unknown> = Promise.resolve();
  #reading: Promise<void> | null = null;

  constructor(options: EngineOptions, emit: (event: AppEvent) => void) {
    this.options = options;
    this.emit = emit;
    this.now = options.now ?? (() => new Date());
    this.log = new ProgramLog(options.home.state, this.now);
    this.log.note({ what: 'started', name: 'engine', outcome: options.version });
    this.operations = new Operations(emit, ({ operation, ...ended }) =>
      this.log.note({ what: 'operation', name: operation, ...ended }),
    );
    this.signIns = signInsOf(this);
    const canSignIn = options.signIn !== undefined;
    this.connections = new Connections(options.environment, this.signIns, canSignIn, (side, token) => {
      const service = side === 'salesforce' ? 'Salesforce' : 'QuickBooks';
      const message = `${service} replaced the refresh token. The old one no longer works.`;
      emit({ name: 'notice', payload: { side, message } });
      options.onRefreshToken?.(side, token);
    });
    this.recent = recentProjects(join(options.home.state, 'recent.json'));
    this.#idle = new Idle(
      () =>
        this.#unanswered > 0 ||
        this.operations.progress !== null ||
        this.#reading !== null ||
        this.#changing !== null,
      () => this.#open?.project.shrinkMemory(),
    );
  }

  /** The open project. Errors: `project-none`. */
  get open(): OpenProject {
    if (this.#open === null) throw new AppError('project-none');
    return this.#open;
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** The open project, when it may be changed. Errors: `project-none`, `project-read-only`, `project-protected`. */
  get writable(): OpenProject {
    const open = this.open;
    const { path, readOnlyFor } = open.project;
    if (readOnlyFor === 'protected') {
      throw new AppError('project-protected', { path, detail: 'it is opened as it is' });
    }
    if (readOnlyFor !== null) throw new AppError('project-read-only', { path });
    return open;
  }

  /** The reading of the open project's review while it goes on; null when it is done, or left until it is needed. */
  get reviewReading(): Promise<void> | null {
    return this.#reading;
  }

  /** Something is asked; {@link answered} is to follow. While it is worked on, and soon after, no memory is given back. */
  asked(): void {
    this.#unanswered += 1;
  }

  /** What was asked is answered; once a person at the screen pauses, memory is given back. */
  answered(): void {
    this.#unanswered -= 1;
    if (this.options.preparesAhead === true) this.#idle.stir();
  }

  /** Waits until no change of the open project's review is on its way, so that another may begin. */
  async reviewAtRest(): Promise<void> {
    for (let changing = this.#changing; changing !== null; changing = this.#changing) await changing;
  }

  get #changing(): Promise<void> | null {
    return this.#open?.review.changing ?? null;
  }

  get projectInfo(): ProjectInfo | null {
    if (this.#open === null) return null;
    const { path, name, readOnly } = this.#open.project;
    return { path, name, readOnly, practice: this.isPracticePath(path) };
  }

  /** Lets the calls that open and close projects happen one after the other, in the order they came. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#lastTurn.then(work, work);
    this.#lastTurn = turn.catch(() => undefined);
    return turn;
  }

  /** Makes and opens a project. Errors: `project-exists`, `project-folder`, `busy`. */
  async create(path: string): Promise<ProjectInfo> {
    return await this.#switchTo(async () => {
      mkdirSync(join(path, '..'), { recursive: true });
      return createProject(path);
    });
  }

  /** Opens a project. Errors of `openProject`, and `busy`. */
  async openAt(path: string): Promise<ProjectInfo> {
    const open = this.projectInfo;
    if (open !== null && resolve(open.path) === resolve(path)) return open;
    return await this.#switchTo(async () => {
      await checkProjectFile(path);
      return openProject(path, true);
    });
  }

  /** Closes what is open. Errors: `busy` while a long operation runs. */
  async closeProject(): Promise<void> {
    await this.reviewAtRest();
    this.operations.refuseWhileBusy();
    const open = this.#open;
    this.#open = null;
    this.connections.use(this.options.environment);
    this.signIns.leave();
    // The file is whole once the last one who reads it has gone.
    await open?.matcher.close();
    open?.project.close();
    this.emit({ name: 'changed', payload: { what: 'project' } });
  }

  /** Where a project of this name is kept. Characters that a file name may not hold become `-`. */
  pathOf(name: string): string {
    const safe = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-').replace(/^\.+/, '-');
    return join(this.options.home.projects, `${safe}${projectEnding}`);
  }

  get practicePath(): string {
    return this.pathOf('Practice company');
  }

  isPracticePath(path: string): boolean {
    return resolve(path) === resolve(this.practicePath);
  }

  /** The practice company of this engine, started on first use; its state outlives the program. */
  practice(): Promise<PracticeCompany> {
    if (this.#practice === null) {
      mkdirSync(this.options.home.state, { recursive: true });
      const stateFile = join(this.options.home.state, 'practice-company.sqlite');
      return this.#startPractice({ stateFile });
    }
    return this.#practice;
  }

  /**
   * A practice company on ports of the person's choice (0: any free one), which forgets everything when it ends. One that
   * runs is ended first. Errors: `port-in-use`, and `busy` while a long operation may be working with the one that runs.
   */
  async practiceOn(salesforcePort: number, quickbooksPort: number): Promise<PracticeCompany> {
    this.operations.refuseWhileBusy();
    return await this.#startPractice({ salesforcePort, quickbooksPort });
  }

  /** From here on this is the practice company, though it has not started yet: none is started beside it. */
  #startPractice(options: PracticeOptions): Promise<PracticeCompany> {
    const former = this.#practice;
    const starting = import('#app/practice/index.ts').then(async ({ startPractice }) => {
      const running = await former?.catch(() => null);
      await running?.close();
      return await startPractice(options);
    });
    this.#practice = starting;
    starting.catch(() => {
      if (this.#practice === starting) this.#practice = null;
    });
    return starting;
  }

  get practiceRuns(): Promise<PracticeCompany> | null {
    return this.#practice;
  }

  async end(): Promise<void> {
    this.#idle.end();
    this.operations.cancel();
    // A write in flight is let finish, so that its outcome is in the journal before the file is closed.
    await this.operations.ended(endPatience);
    await this.reviewAtRest();
    this.signIns.leave();
    const open = this.#open;
    this.#open = null;
    await open?.matcher.close();
    open?.project.close();
    const practice = await this.#practice?.catch(() => null);
    await practice?.close();
  }

  async #switchTo(openNext: () => Promise<Project>): Promise<ProjectInfo> {
    this.operations.refuseWhileBusy();
    const { Review } = await import('#app/review/index.ts');
    const project = await openNext();
    let environment: Environment;
    let enterSignIns: () => void;
    try {
      const wantsPractice = this.isPracticePath(project.path) || (await this.#cameFromOwnPractice(project));
      const practice = wantsPractice ? await this.#practiceIfFree() : null;
      environment = practice?.environment ?? this.options.environment;
      enterSignIns = await this.signIns.ready(signInProjectsOf(this, project, practice !== null));
      await this.#open?.matcher.close();
      await this.reviewAtRest();
      this.operations.refuseWhileBusy();
    } catch (error) {
      project.close();
      throw error;
    }
    // From here on without a pause: a project is never seen with another one's connections.
    this.#open?.project.close();
    const review = new Review(project, this.options.author, this.now);
    this.#open = { project, review, matcher: new ProjectMatcher(project.path) };
    this.connections.use(environment);
    enterSignIns();
    this.recent.remember(project.path, this.now());
    this.#prepareMatch(this.#open);
    this.#prepareReview(this.#open);
    this.#awaitTurn(this.#open);
    this.emit({ name: 'changed', payload: { what: 'project' } });
    const { path, name, readOnly } = project;
    return { path, name, readOnly, practice: this.isPracticePath(path) };
  }

  /** A project that another window has is opened anew, for writing, once that window is closed or has died. */
  #awaitTurn(open: OpenProject): void {
    const { path, name, readOnlyFor } = open.project;
    if (readOnlyFor !== 'other-window' || this.options.preparesAhead !== true) return;
    const timer = setInterval(() => {
      if (this.#open !== open) clearInterval(timer);
      else if (this.operations.progress === null && isFree(path)) {
        clearInterval(timer);
        void this.inTurn(async () => {
          if (this.#open !== open) return;
          await this.#switchTo(async () => openProject(path));
          const message = `The other window has let ${name} go, so it can be changed in this one now.`;
          this.emit({ name: 'notice', payload: { side: null, message } });
        }).catch(() => this.#awaitTurn(open));
      }
    }, turnInterval).unref();
  }

  /** A project whose records wait for their first match gets it soon. */
  #prepareMatch({ project, matcher }: OpenProject): void {
    const { records, proposals, readOnly } = project;
    const isWaiting = records.info('salesforce') !== null && proposals.matchedAt() === null;
    if (this.options.preparesAhead !== true || !isWaiting || readOnly) return;
    matcher.prepare(groundRulesOf(project));
  }

  /** The review is read in small steps, so that the window shows the project at once and is never kept waiting. */
  #prepareReview(open: OpenProject): void {
    this.#reading = null;
    if (this.options.preparesAhead !== true) return;
    const isOpen = (): boolean => this.#open === open;
    const reading = open.review
      .load(setImmediate, isOpen)
      // Whoever asks for the review next reads it again, and is told what is wrong.
      .catch(() => {})
      .finally(() => {
        if (this.#reading === reading) this.#reading = null;
        if (!isOpen()) return;
        this.emit({ name: 'changed', payload: { what: 'proposals' } });
        if (open.review.isRead) void open.review.prepareSearch();
      });
    this.#reading = reading;
  }

  /** The practice company, null where another program has it: a project of it can be looked at all the same. */
  async #practiceIfFree(): Promise<PracticeCompany | null> {
    try {
      return await this.practice();
    } catch (error) {
      if (error instanceof AppError && error.code === 'practice-in-use') return null;
      throw error;
    }
  }

  /** A copy of the practice project works too, unless the environment names the practice company itself. */
  async #cameFromOwnPractice(project: Project): Promise<boolean> {
    const origin = project.records.info('salesforce')?.origin;
    if (origin?.kind !== 'service') return false;
    const { practiceOrganisationId } = await import('#app/practice/index.ts');
    return (
      origin.organisationId === practiceOrganisationId &&
      this.options.environment.SALESFORCE_INSTANCE_URL === undefined
    );
  }
}
