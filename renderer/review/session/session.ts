// Longer than other files: every action of the review waits in one queue and acts on one order of rows, which this closes over.
import type { QueryClient } from '@tanstack/react-query';
import type { Overview } from '#shared/contract.ts';
import type { CustomerDecisionKind, DecisionKind, Queue } from '#shared/decisions.ts';
import { AppError } from '#shared/errors.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { ReviewChange, ReviewRow, RowDetail } from '#shared/review.ts';
import { messageOf } from '../../door/call-error.ts';
import type { Call } from '../../door/client.ts';
import { keys } from '../../door/keys.ts';
import { formatCount, formatCounted } from '../../format/numbers.ts';
import { decisionWords, queueWords } from '../../format/words.ts';
import type { PlannedDecision } from '../bulk/plan.ts';
import { type BulkOutcome, setBulkView } from '../bulk/view.ts';
import { takeInCustomers } from '../customers/take-in.ts';
import { prepareFacets } from '../facets/facet-codes.ts';
import { noFilters } from '../facets/filters.ts';
import { prepareFilter } from '../facets/text-matches.ts';
import { activeRows, movedAccount, movedLine, type ShownRows } from '../grouping/cursor.ts';
import { applyFold, goToLine } from '../grouping/fold.ts';
import { ungrouped } from '../grouping/grouped-rows.ts';
import { applySelection, clickGroup, clickRow, type RowClick } from '../selection/choose.ts';
import { hiddenCount, noSelection, selectedIds } from '../selection/selection.ts';
import type { Move } from '../table/movement.ts';
import { placesOf } from '../table/places.ts';
import { activate, activateGroup, setReviewView, useReviewView } from '../view.ts';
import { type CommandQueue, commandQueue } from './command-queue.ts';
import type { Command } from './commands.ts';
import { readRows } from './read-rows.ts';
import { type RowTable, rowOf, rowTable, withRows } from './rows.ts';

/** Decisions of other windows are looked for this many milliseconds after the engine last told of one. */
const followDelay = 300;

export interface NewDecision {
  readonly accountId: AccountId;
  readonly kind: DecisionKind;
  readonly customerId: CustomerId | null;
}

/** The acting side of the review: everything that keys, buttons and events can ask of it. */
export interface ReviewSession {
  /** Does the command after all that were given before it. */
  run(command: Command): void;
  /** Takes many decisions as one batch and reads the rows anew. Throws what the engine throws. */
  decideMany(decisions: readonly PlannedDecision[]): Promise<BulkOutcome>;
  /** Confirms a customer that was found by searching, for the account it was searched for. */
  confirmFound(accountId: AccountId, customerId: CustomerId): void;
  /**
   * Says what becomes of a customer without an account: of the one that `whom` names when it comes to this, null for none.
   * `then` is done when that is on disk.
   */
  decideCustomer(
    whom: () => CustomerId | null,
    kind: CustomerDecisionKind,
    then: (customerId: CustomerId) => void,
  ): void;
  /** Shows an account in its queue, whatever is looked at now. */
  show(accountId: AccountId): void;
  /** Takes decisions that belong together as one batch, says so in these words, and moves on. */
  decideTogether(decisions: readonly NewDecision[], said: string): void;
  /** Shows a customer beside the account, as a candidate if it was none. */
  consider(accountId: AccountId, customerId: CustomerId): void;
  /** Shows a queue with its rows as they stand now. */
  openQueue(queue: Queue): void;
  /** Takes the decided rows out of the queue and the new ones in. */
  refresh(): void;
  /** Reads all rows, and shows the first ones meanwhile where there were none; what the review's query calls. */
  readRows(signal: AbortSignal): Promise<RowTable>;
  /** Told by the table which rows it shows in which order and groups, and where each account's is. */
  setOrder(shown: ShownRows): void;
  /** Does what a click on a row asks: makes it the active one, and chooses rows with it. */
  clickRow(accountId: AccountId, click: RowClick): void;
  /** Does what a click on a group's heading asks: puts the cursor there, and chooses its rows where its mark was hit. */
  clickGroup(id: CustomerId, click: RowClick): void;
  /** Notes that somebody wrote a comment on an account, which its row says from now on. */
  noteComment(accountId: AccountId): void;
  /** The account below this one as the table shows them; null below the last. */
  nextOf(accountId: AccountId): AccountId | null;
  /** Does what changes no row, such as setting a pin, and says so at the foot of the review, or why it failed. */
  tell(what: () => Promise<unknown>, done: string): void;
  /** Says a sentence at the foot of the review and aloud. */
  say(text: string): void;
  /** Undoes or redoes one action after another until this one (its number in the log) is undone or done. */
  travel(type: 'undo' | 'redo', to: number): void;
  /** Told that decisions changed somewhere: reads what this window did not do itself. */
  follow(): void;
}

/**
 * Makes the review's session. Commands are done one after another: a key pressed while a decision is on its way to
 * the disk waits for it, so fast typing gives what slow typing gives. After a failure the keys that wait are
 * dropped, because they were meant for rows that were not reached.
 */
export function createReviewSession(
  call: Call,
  client: QueryClient,
  announce: (text: string) => void,
): ReviewSession {
  let shown: ShownRows = { grouped: ungrouped([]), places: placesOf([]) };
  /** What changed since the rows that are being read began to be read. */
  const changedMeanwhile = new Map<AccountId, ReviewRow>();
  let followTimer: ReturnType<typeof setTimeout> | undefined;
  const queue: CommandQueue = commandQueue((error) => {
    const text = messageOf(error);
    setReviewView({ message: { tone: 'wrong', text } });
    announce(text);
  });

  const view = useReviewView.getState;
  const table = () => client.getQueryData<RowTable>(keys.rows);
  const overview = () => client.getQueryData<Overview>(keys.overview);

  function liveRow(accountId: AccountId): ReviewRow | undefined {
    const rows = table();
    return rows === undefined ? undefined : rowOf(rows, accountId);
  }

  function say(text: string): void {
    setReviewView({ message: { tone: 'info', text } });
    announce(text);
  }

  function isOpen(index: number): boolean {
    const row = shown.grouped.rows[index];
    return row !== undefined && liveRow(row.accountId)?.queue === view().queue;
  }

  function move(to: Move, page: number): void {
    const line = movedLine(to, page, shown, view(), isOpen);
    if (line !== undefined) goToLine(line);
  }

  const surroundings = () => ({
    order: { rows: shown.grouped.rows, places: shown.places },
    group: activeRows(shown, view()),
    moved: (command: { move: Move; page: number }) => movedAccount(command.move, command.page, shown, view()),
    announce,
  });

  function membersOf({ rows }: RowTable, of: Queue): readonly ReviewRow[] {
    return rows.filter((row) => row.queue === of);
  }

  /** The members of a queue of which only the first were known; what was decided of these stays where it is. */
  function completed({ rows }: RowTable): readonly ReviewRow[] {
    const { queue: of, members, touched } = view();
    const decided = members.filter(({ accountId }) => touched.get(accountId) === true);
    const stay = new Map(decided.map((row) => [row.accountId, row]));
    return rows.flatMap((row) => stay.get(row.accountId) ?? (row.queue === of ? row : []));
  }

  /** Shows the first rows as soon as the queue has some. */
  function showFirst(rows: readonly ReviewRow[]): void {
    if (table() !== undefined || !rows.some((row) => row.queue === view().queue)) return;
    const first = rowTable(rows);
    setReviewView({ members: membersOf(first, view().queue), touched: new Map() });
    client.setQueryData<RowTable>(keys.rows, first);
  }

  function openQueue(to: Queue): void {
    const rows = table();
    setReviewView({
      side: 'accounts',
      queue: to,
      members: rows === undefined ? [] : membersOf(rows, to),
      touched: new Map(),
      filters: noFilters,
      selection: noSelection,
      message: null,
    });
  }

  /** The accounts that changed, with these, whose rows still say whether they are of this queue. */
  function touchedWith(changed: readonly ReviewRow[]): ReadonlyMap<AccountId, boolean> {
    const touched = new Map(view().touched);
    for (const { accountId } of changed) {
      if (!touched.has(accountId)) touched.set(accountId, liveRow(accountId)?.queue === view().queue);
    }
    return touched;
  }

  function applyChange({ rows, customers, summary }: ReviewChange): void {
    const touched = touchedWith(rows);
    takeInCustomers(client, rows, customers);
    for (const row of rows) changedMeanwhile.set(row.accountId, row);
    client.setQueryData<RowTable>(keys.rows, (known) => known && withRows(known, rows));
    client.setQueryData<Overview>(keys.overview, (known) => known && { ...known, review: summary });
    // The row that is left needs no detail any more; the row that is come to reads its own when it is shown.
    void client.invalidateQueries({ queryKey: keys.details, refetchType: 'none' });
    setReviewView({ touched });
  }

  async function detailOf(accountId: AccountId): Promise<RowDetail> {
    return client.fetchQuery({
      queryKey: keys.detail(accountId),
      queryFn: () => call('review.detail', { accountId }),
    });
  }

  function refuseWhereReadOnly(): void {
    const project = overview()?.project;
    if (project?.readOnly === true) throw new AppError('project-read-only', { path: project.path });
  }

  /** Counts as not saved while it goes on. */
  async function saving<T>(save: () => Promise<T>): Promise<T> {
    setReviewView(({ unsaved }) => ({ unsaved: unsaved + 1 }));
    try {
      return await save();
    } finally {
      setReviewView(({ unsaved }) => ({ unsaved: unsaved - 1 }));
    }
  }

  /** The customers without an account are read again: which they are follows from the decisions on accounts. */
  function readCustomersAgain(): void {
    void client.invalidateQueries({ queryKey: keys.customers, exact: true });
  }

  async function decideMany(decisions: readonly PlannedDecision[]): Promise<BulkOutcome> {
    const input = { by: 'list' as const, decisions: [...decisions] };
    const { summary, ...outcome } = await saving(() => call('review.decideMany', input));
    client.setQueryData<Overview>(keys.overview, (known) => known && { ...known, review: summary });
    setReviewView({ selection: noSelection, message: null });
    void client.invalidateQueries({ queryKey: keys.details });
    readCustomersAgain();
    await client.refetchQueries({ queryKey: keys.rows });
    return outcome;
  }

  /** Asks for a decision on the chosen rows, or where none is chosen on all that are shown. */
  function askForMany(kind: DecisionKind): void {
    refuseWhereReadOnly();
    const { selection } = view();
    const ids = selectedIds(selection);
    const chosen = ids.length > 0;
    const accountIds = chosen ? ids : shown.grouped.rows.map(({ accountId }) => accountId);
    if (accountIds.length === 0) return;
    const hidden = chosen ? hiddenCount(new Set(ids), shown.places) : 0;
    setBulkView({ wish: { kind, accountIds, chosen, hidden } });
  }

  /**
   * Sends a decision, takes in what it changed and does what follows from it, all in one go: the window is drawn once for
   * it, and not for every step.
   */
  async function saved(send: () => Promise<ReviewChange>, then: () => void): Promise<void> {
    refuseWhereReadOnly();
    setReviewView(({ unsaved }) => ({ unsaved: unsaved + 1 }));
    let change: ReviewChange | null = null;
    try {
      change = await send();
    } finally {
      if (change !== null) applyChange(change);
      setReviewView(({ unsaved, message }) => {
        return { unsaved: unsaved - 1, message: change === null ? message : null };
      });
    }
    then();
  }

  function decide(input: NewDecision): Promise<void> {
    return settle(
      input.accountId,
      () => call('review.decide', input),
      `${decisionWords[input.kind]}: ${liveRow(input.accountId)?.accountName ?? ''}`,
    );
  }

  /** Sends decisions, and when they are on disk moves from the row they were about to the next one that waits. */
  async function settle(
    accountId: AccountId,
    send: () => Promise<ReviewChange>,
    said: string,
  ): Promise<void> {
    await saved(send, () => {
      const waiting = overview()?.review?.queues[view().queue];
      announce(
        waiting === undefined ? said : `${said}. ${formatCount(waiting)} in ${queueWords[view().queue]}.`,
      );
      if (view().activeId === accountId) move('next-open', 1);
      if (view().activeId === accountId) void client.refetchQueries({ queryKey: keys.detail(accountId) });
    });
  }

  /** The customer of the pair that the evidence shows: the row's own unless another candidate was looked at. */
  async function shownCustomer(row: ReviewRow): Promise<CustomerId | null> {
    const { shownCandidate } = view();
    if (shownCandidate === 0) return row.customerId;
    const { candidates } = await detailOf(row.accountId);
    const shown = candidates[shownCandidate];
    if (shown !== undefined) return shown.pair.customerId;
    setReviewView({ shownCandidate: 0 });
    throw new AppError('decision-candidate-gone', { account: row.accountName });
  }

  async function decideActive(kind: DecisionKind): Promise<void> {
    const { activeId } = view();
    const row = activeId === null ? undefined : liveRow(activeId);
    if (row === undefined) return;
    const aboutPair = kind === 'confirm' || kind === 'reject';
    const customerId = aboutPair ? await shownCustomer(row) : null;
    if (aboutPair && customerId === null) {
      throw new AppError('decision-no-customer', { kind, account: row.accountName });
    }
    await decide({ accountId: row.accountId, kind, customerId });
  }

  async function choose(place: number): Promise<void> {
    const { activeId } = view();
    if (activeId === null) return;
    const candidate = (await detailOf(activeId)).candidates[place];
    if (candidate === undefined) return say(`There is no candidate ${place + 1} here.`);
    await decide({ accountId: activeId, kind: 'confirm', customerId: candidate.pair.customerId });
  }

  /** None of these: every candidate that is shown and not rejected yet, as one batch. */
  async function rejectAll(): Promise<void> {
    const { activeId } = view();
    if (activeId === null) return;
    const { candidates } = await detailOf(activeId);
    const open = candidates.filter(({ rejected }) => !rejected);
    const account = liveRow(activeId)?.accountName ?? '';
    if (open.length === 0) throw new AppError('decision-no-customer', { kind: 'reject', account });
    const decisions = open.map(({ pair }): NewDecision => {
      return { accountId: activeId, kind: 'reject', customerId: pair.customerId };
    });
    await settle(activeId, () => call('review.decideTogether', { decisions }), `None of these: ${account}`);
  }

  /** Adds a customer to the candidates that are shown; they are read again without it after the next decision. */
  async function consider(accountId: AccountId, customerId: CustomerId): Promise<void> {
    const detail = await call('review.detail', { accountId, also: customerId });
    client.setQueryData<RowDetail>(keys.detail(accountId), detail);
    const place = detail.candidates.findIndex(({ customer }) => customer.id === customerId);
    if (view().activeId === accountId) setReviewView({ shownCandidate: Math.max(0, place) });
  }

  function compare(): void {
    const { activeId } = view();
    const row = activeId === null ? undefined : liveRow(activeId);
    if (row === undefined) return;
    if (row.rivals > 0) setReviewView({ dialog: 'conflict' });
    else say('Nobody competes with this row.');
  }

  /** Brings a row into sight, in another queue or from behind a filter if need be, and makes it active. */
  function reveal(accountId: AccountId): void {
    if (!shown.places.has(accountId)) {
      const row = liveRow(accountId);
      const isMember = view().members.some((member) => member.accountId === accountId);
      if (!isMember && row !== undefined) openQueue(row.queue);
      setReviewView({ text: '', filters: noFilters });
    }
    activate(accountId);
  }

  function showTaken(change: ReviewChange): void {
    applyChange(change);
    void client.invalidateQueries({ queryKey: keys.history });
    // What was taken back of an account may have given its customer back.
    if (change.rows.length > 0) readCustomersAgain();
    if (change.focus === null) return;
    reveal(change.focus);
    void client.refetchQueries({ queryKey: keys.detail(change.focus) });
  }

  async function travel(type: 'undo' | 'redo', to: number): Promise<void> {
    const { change, steps, stopped } = await call('review.travel', { type, to });
    showTaken(change);
    const done = `${type === 'undo' ? 'Undone' : 'Done again'}: ${formatCounted(steps, 'action')}.`;
    const text = stopped === null ? done : `${done} It stopped there. ${stopped}`;
    setReviewView({ message: { tone: stopped === null ? 'info' : 'wrong', text } });
    announce(text);
  }

  async function takeBack(method: 'review.undo' | 'review.redo'): Promise<void> {
    const review = overview()?.review;
    const what = method === 'review.undo' ? review?.undo : review?.redo;
    const change = await call(method, {});
    showTaken(change);
    say(`${method === 'review.undo' ? 'Undone' : 'Done again'}${what ? `: ${what}` : ''}`);
  }

  /** Reads the rows again if the engine's counts are not those that are known here. */
  async function readOthers(): Promise<void> {
    // It may have been left meanwhile.
    if (overview()?.project == null) return;
    const summary = await call('review.summary', {});
    if (JSON.stringify(summary) === JSON.stringify(overview()?.review)) return;
    client.setQueryData<Overview>(keys.overview, (known) => known && { ...known, review: summary });
    void client.invalidateQueries({ queryKey: keys.rows });
    void client.invalidateQueries({ queryKey: keys.customers });
    void client.invalidateQueries({ queryKey: keys.details });
  }

  function perform(command: Command): Promise<void> | undefined {
    switch (command.kind) {
      case 'move':
        move(command.move, command.page);
        return;
      case 'fold':
        applyFold(command.fold, shown);
        return;
      case 'select':
      case 'extend':
        applySelection(command, surroundings());
        return;
      case 'search':
        if (view().activeId !== null) setReviewView({ dialog: 'search' });
        return;
      case 'decide':
        return decideActive(command.decision);
      case 'bulk':
        askForMany(command.decision);
        return;
      case 'choose':
        return choose(command.place);
      case 'reject-all':
        return rejectAll();
      case 'comment':
        setReviewView(({ activeId }) => ({ commenting: activeId }));
        return;
      case 'compare':
        compare();
        return;
      case 'undo':
        return takeBack('review.undo');
      case 'redo':
        return takeBack('review.redo');
    }
  }

  return {
    run: (command) => queue.add(() => perform(command)),
    decideMany(decisions) {
      const outcome = Promise.withResolvers<BulkOutcome>();
      queue.add(() => decideMany(decisions).then(outcome.resolve, outcome.reject));
      return outcome.promise;
    },
    confirmFound: (accountId, customerId) =>
      queue.add(() => decide({ accountId, kind: 'confirm', customerId })),
    decideCustomer: (whom, kind, then) =>
      queue.add(async () => {
        const customerId = whom();
        if (customerId === null) return;
        await saved(
          () => call('review.decideCustomers', { decisions: [{ customerId, kind }] }),
          () => {
            announce(decisionWords[kind]);
            then(customerId);
          },
        );
      }),
    show(accountId) {
      setReviewView({ side: 'accounts' });
      reveal(accountId);
    },
    decideTogether: (decisions, said) => {
      const [first] = decisions;
      if (first === undefined) return;
      queue.add(() =>
        settle(first.accountId, () => call('review.decideTogether', { decisions: [...decisions] }), said),
      );
    },
    consider: (accountId, customerId) => queue.add(() => consider(accountId, customerId)),
    tell: (what, text) =>
      queue.add(async () => {
        await what();
        say(text);
      }),
    travel: (type, to) => queue.add(() => travel(type, to)),
    openQueue,
    refresh: () => openQueue(view().queue),
    async readRows(signal) {
      const hadRows = table() !== undefined;
      changedMeanwhile.clear();
      const rows = await readRows(
        call,
        () => !signal.aborted,
        (soFar, piece) => {
          prepareFilter(piece);
          prepareFacets(piece);
          if (!hadRows) showFirst(soFar);
        },
      );
      if (rows === null) throw new AppError('cancelled');
      const read = withRows(rowTable(rows), [...changedMeanwhile.values()]);
      if (hadRows || table() === undefined)
        setReviewView({ members: membersOf(read, view().queue), touched: new Map() });
      else setReviewView({ members: completed(read) });
      return read;
    },
    say,
    setOrder(rows) {
      shown = rows;
    },
    clickRow: (accountId, click) => clickRow(accountId, click, surroundings()),
    clickGroup(id, click) {
      activateGroup(id);
      clickGroup(click, surroundings());
    },
    noteComment(accountId) {
      const row = liveRow(accountId);
      if (row === undefined || row.commented) return;
      const commented = { ...row, commented: true };
      changedMeanwhile.set(accountId, commented);
      client.setQueryData<RowTable>(keys.rows, (known) => known && withRows(known, [commented]));
      setReviewView(({ members }) => ({
        members: members.map((member) =>
          member.accountId === accountId ? { ...member, commented: true } : member,
        ),
      }));
    },
    nextOf(accountId) {
      const index = shown.places.get(accountId);
      return index === undefined ? null : (shown.grouped.rows[index + 1]?.accountId ?? null);
    },
    follow() {
      clearTimeout(followTimer);
      followTimer = setTimeout(() => queue.add(readOthers), followDelay);
    },
  };
}
