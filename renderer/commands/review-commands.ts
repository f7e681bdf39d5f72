import type { DecisionKind } from '#shared/decisions.ts';
import { noFilters } from '../review/facets/filters.ts';
import { requestFocus } from '../review/focus-requests.ts';
import { type Fold, toggleGrouped } from '../review/grouping/fold.ts';
import type { Command } from '../review/session/commands.ts';
import type { Move } from '../review/table/movement.ts';
import { setReviewView, useReviewView } from '../review/view.ts';
import type { AppCommand, CommandContext } from './command.ts';
import { openPane } from './panes.ts';

const isWritable = ({ overview }: CommandContext) => overview?.project?.readOnly === false;
const hasRow = () => useReviewView.getState().activeId !== null;
const canDecide = (context: CommandContext) => isWritable(context) && hasRow();

type Parts = Pick<AppCommand, 'id' | 'name'> & Partial<AppCommand>;

const decision = (kind: DecisionKind, parts: Parts): AppCommand => ({
  group: 'Decide',
  where: 'row',
  possible: canDecide,
  run: ({ session }) => session.run({ kind: 'decide', decision: kind }),
  ...parts,
});

const act = (command: Command, parts: Parts): AppCommand => ({
  group: 'Decide',
  where: 'row',
  run: ({ session }) => session.run(command),
  ...parts,
});

const move = (to: Move, parts: Parts): AppCommand => ({
  group: 'Move',
  where: 'row',
  repeats: true,
  run: ({ session, page }) => session.run({ kind: 'move', move: to, page }),
  ...parts,
});

const many = (kind: DecisionKind, parts: Parts): AppCommand => ({
  group: 'Many at once',
  where: 'row',
  possible: isWritable,
  run: ({ session }) => session.run({ kind: 'bulk', decision: kind }),
  ...parts,
});

const extend = (to: Move, parts: Parts): AppCommand => ({
  group: 'Many at once',
  where: 'row',
  repeats: true,
  keyOnly: true,
  run: ({ session, page }) => session.run({ kind: 'extend', move: to, page }),
  ...parts,
});

const select = (what: 'toggle' | 'all' | 'none', parts: Parts): AppCommand => ({
  group: 'Many at once',
  where: 'row',
  run: ({ session }) => session.run({ kind: 'select', what }),
  ...parts,
});

const fold = (what: Fold, parts: Parts): AppCommand => ({
  group: 'View',
  where: 'row',
  possible: () => useReviewView.getState().grouped === true,
  run: ({ session }) => session.run({ kind: 'fold', fold: what }),
  ...parts,
});

/** Where each command of moving leads, for tables that have rows of their own. */
export const movesByCommand: ReadonlyMap<string, Move> = new Map([
  ['move.down', 'next'],
  ['move.up', 'previous'],
  ['move.page-down', 'page-down'],
  ['move.page-up', 'page-up'],
  ['move.first', 'first'],
  ['move.last', 'last'],
  ['move.next-open', 'next-open'],
  ['move.previous-open', 'previous-open'],
]);

/** What is done in the review: decisions, taking back, moving. */
export const reviewCommands: readonly AppCommand[] = [
  decision('confirm', {
    id: 'review.confirm',
    name: 'Confirm the pair',
    words: 'accept approve yes link match',
    keys: ['a'],
  }),
  decision('reject', {
    id: 'review.reject',
    name: 'Reject the pair',
    words: 'no refuse decline wrong',
    keys: ['x'],
  }),
  decision('skip', {
    id: 'review.skip',
    name: 'Skip the account',
    words: 'later postpone',
    keys: ['s'],
  }),
  decision('create-new', {
    id: 'review.create-new',
    name: 'Mark as create new',
    words: 'add customer missing',
    keys: ['n'],
  }),
  decision('ignore', {
    id: 'review.ignore',
    name: 'Ignore the account',
    words: 'leave out exclude',
    keys: [],
  }),
  {
    id: 'review.choose',
    name: 'Confirm candidate 1 to 9',
    group: 'Decide',
    where: 'row',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    fixedKeys: true,
    keyOnly: true,
    run: ({ session }, key) => session.run({ kind: 'choose', place: Number(key) - 1 }),
  },
  act(
    { kind: 'reject-all' },
    {
      id: 'review.none',
      name: 'None of these: reject every candidate shown',
      words: 'no match nothing',
      keys: ['0'],
      fixedKeys: true,
      possible: canDecide,
    },
  ),
  act(
    { kind: 'comment' },
    { id: 'review.comment', name: 'Comment…', words: 'note remark write', keys: ['c'], possible: canDecide },
  ),
  act(
    { kind: 'compare' },
    {
      id: 'review.compare',
      name: 'Compare with all that compete…',
      words: 'conflict rivals matrix settle',
      keys: ['v'],
      possible: hasRow,
    },
  ),
  act(
    { kind: 'search' },
    {
      id: 'review.search',
      name: 'Search for another customer…',
      words: 'find look up choose other manual',
      keys: ['m'],
      possible: canDecide,
    },
  ),
  act(
    { kind: 'undo' },
    {
      id: 'review.undo',
      name: 'Undo',
      words: 'take back revert',
      keys: ['Mod+z', 'Backspace'],
      where: 'review',
      possible: (context) => isWritable(context) && context.overview?.review?.undo != null,
    },
  ),
  act(
    { kind: 'redo' },
    {
      id: 'review.redo',
      name: 'Redo',
      words: 'do again repeat',
      keys: ['Mod+Shift+z'],
      where: 'review',
      possible: (context) => isWritable(context) && context.overview?.review?.redo != null,
    },
  ),
  {
    id: 'review.history',
    name: 'History of decisions…',
    group: 'Decide',
    where: 'review',
    words: 'undo back several log past who when',
    run: () => openPane('history'),
  },
  many('confirm', {
    id: 'many.confirm',
    name: 'Confirm all selected, or all shown…',
    words: 'bulk batch accept',
    keys: ['Shift+a'],
  }),
  many('reject', {
    id: 'many.reject',
    name: 'Reject all selected, or all shown…',
    words: 'bulk batch refuse',
    keys: ['Shift+x'],
  }),
  many('skip', { id: 'many.skip', name: 'Skip all selected, or all shown…', words: 'bulk batch later' }),
  many('ignore', { id: 'many.ignore', name: 'Ignore all selected, or all shown…', words: 'bulk batch' }),
  many('create-new', {
    id: 'many.create-new',
    name: 'Mark all selected, or all shown, as create new…',
    words: 'bulk batch',
  }),
  select('toggle', { id: 'select.toggle', name: 'Select the row, or no longer', keys: [' '], keyOnly: true }),
  select('all', { id: 'select.all', name: 'Select all rows shown', words: 'everything', keys: ['Mod+a'] }),
  select('none', { id: 'select.none', name: 'Select no row', words: 'clear selection', keys: ['Escape'] }),
  extend('next', {
    id: 'extend.down',
    name: 'Extend the selection down',
    keys: ['Shift+ArrowDown', 'Shift+j'],
  }),
  extend('previous', {
    id: 'extend.up',
    name: 'Extend the selection up',
    keys: ['Shift+ArrowUp', 'Shift+k'],
  }),
  extend('page-down', { id: 'extend.page-down', name: 'Extend a page down', keys: ['Shift+PageDown'] }),
  extend('page-up', { id: 'extend.page-up', name: 'Extend a page up', keys: ['Shift+PageUp'] }),
  extend('first', { id: 'extend.first', name: 'Extend to the first row', keys: ['Shift+Home'] }),
  extend('last', { id: 'extend.last', name: 'Extend to the last row', keys: ['Shift+End'] }),
  move('next', { id: 'move.down', name: 'Row down', keys: ['ArrowDown', 'j'], keyOnly: true }),
  move('previous', { id: 'move.up', name: 'Row up', keys: ['ArrowUp', 'k'], keyOnly: true }),
  move('page-down', { id: 'move.page-down', name: 'Page down', keys: ['PageDown'], keyOnly: true }),
  move('page-up', { id: 'move.page-up', name: 'Page up', keys: ['PageUp'], keyOnly: true }),
  move('first', { id: 'move.first', name: 'First row', words: 'top start', keys: ['Home'] }),
  move('last', { id: 'move.last', name: 'Last row', words: 'bottom end', keys: ['End'] }),
  move('next-open', { id: 'move.next-open', name: 'Next undecided row', words: 'open waiting', keys: [']'] }),
  move('previous-open', {
    id: 'move.previous-open',
    name: 'Previous undecided row',
    words: 'open waiting',
    keys: ['['],
  }),
  {
    id: 'move.evidence',
    name: 'Into the evidence',
    group: 'Move',
    where: 'row',
    words: 'details panel why',
    keys: ['Enter'],
    run: () => requestFocus('evidence'),
  },
  {
    id: 'move.table',
    name: 'Back to the table',
    group: 'Move',
    where: 'review',
    words: 'grid rows focus',
    run: () => requestFocus('table'),
  },
  {
    id: 'move.filter',
    name: 'Filter rows',
    group: 'Move',
    where: 'review',
    words: 'search narrow find name',
    keys: ['/'],
    run: () => requestFocus('filter'),
  },
  {
    id: 'review.clear-filters',
    name: 'Clear all filters',
    group: 'View',
    where: 'row',
    words: 'show all rows reset',
    run: () => setReviewView({ text: '', filters: noFilters }),
  },
  {
    id: 'review.refresh',
    name: 'Take decided rows out of this queue',
    group: 'View',
    where: 'row',
    words: 'refresh reload',
    run: ({ session }) => session.refresh(),
  },
  {
    id: 'view.group',
    name: 'Group by customer tree, or no longer',
    group: 'View',
    where: 'row',
    words: 'tree parent sub-customers jobs projects hierarchy ungroup',
    keys: ['t'],
    run: toggleGrouped,
  },
  fold('away', {
    id: 'group.fold',
    name: 'Fold the group, or up to its heading',
    keys: ['ArrowLeft'],
    keyOnly: true,
  }),
  fold('open', {
    id: 'group.unfold',
    name: 'Unfold the group, or into it',
    keys: ['ArrowRight'],
    keyOnly: true,
  }),
  fold('all', {
    id: 'group.fold-all',
    name: 'Fold all groups',
    words: 'collapse',
    keys: ['Shift+ArrowLeft'],
  }),
  fold('none', {
    id: 'group.unfold-all',
    name: 'Unfold all groups',
    words: 'expand',
    keys: ['Shift+ArrowRight'],
  }),
];
