import { describe, expect, test, vi } from 'vitest';
import type { Overview } from '#shared/contract.ts';
import { AccountId } from '#shared/ids.ts';
import type { CommandContext } from '../../../renderer/commands/command.ts';
import { paletteSearch } from '../../../renderer/commands/palette/palette-search.ts';
import { commandOfKeys, commands, offeredCommands } from '../../../renderer/commands/register.ts';
import { activate, resetReviewView, setReviewView } from '../../../renderer/review/view.ts';
import { exampleSummary } from '../review/example.ts';

const operations = {
  exportBoth: vi.fn(),
  findMatches: vi.fn(),
  saveWorksheet: vi.fn(),
  saveSignOff: vi.fn(),
  saveProposals: vi.fn(),
  saveLinks: vi.fn(),
  openPractice: vi.fn(),
  openProject: vi.fn(),
  closeProject: vi.fn(),
};

function contextOf(overview: Partial<Overview>, parts: Partial<CommandContext> = {}): CommandContext {
  const project = { path: '/p', name: 'p', readOnly: false, practice: true };
  const connected = { kind: 'connected', address: 'http://x', environment: null } as const;
  return {
    session: { run: vi.fn(), openQueue: vi.fn() } as unknown as CommandContext['session'],
    screen: 'review',
    overview: {
      project,
      datasets: { salesforce: null, quickbooks: null },
      connections: { salesforce: connected, quickbooks: connected },
      matchedAt: '2026-01-01T00:00:00Z',
      early: 0,
      review: exampleSummary('confirmed Acme'),
      running: null,
      ...overview,
    } as Overview,
    recent: [],
    operations,
    page: 20,
    goTo: vi.fn(),
    setTheme: vi.fn(),
    showGuide: vi.fn(),
    showHintsAgain: vi.fn(),
    ...parts,
  };
}

const idsOf = (context: CommandContext) => offeredCommands(context).map(({ id }) => id);

describe('the register', () => {
  test('has every id and every key once, so that a key means one thing', () => {
    const ids = commands.map(({ id }) => id);
    const keys = commands.flatMap((command) => command.keys ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('gives every command that is of use by its key only a key', () => {
    const keyless = commands.filter((command) => {
      const { keys = [] } = commandOfKeys(command);
      return command.keyOnly === true && keys.length === 0;
    });
    expect(keyless).toEqual([]);
  });

  test('names what the keys do among the customers: N, S, I and M', () => {
    const keys = commands
      .filter(({ where }) => where === 'customer')
      .map((command) => commandOfKeys(command).keys?.[0]);
    expect(keys).toEqual(['n', 's', 'i', 'm']);
  });
});

describe('what is offered', () => {
  test('without a project: what concerns the window, and the projects opened before that are still there', () => {
    const recent = [
      { path: '/a', name: 'Acme', openedAt: '', exists: true },
      { path: '/b', name: 'Beta', openedAt: '', exists: false },
    ];
    const context = contextOf({ project: null, review: null, matchedAt: null }, { recent });
    expect(idsOf(context)).toContain('project.open /a');
    expect(idsOf(context)).not.toContain('project.open /b');
    expect(idsOf(context).filter((id) => /^(go|queue|review|move)\./.test(id))).toEqual([]);
    offeredCommands(context)
      .find(({ id }) => id === 'project.open /a')
      ?.run(context);
    expect(operations.openProject).toHaveBeenCalledWith('/a');
  });

  test('on the review: decisions once a row is active, undo while there is something to take back', () => {
    resetReviewView();
    expect(idsOf(contextOf({}))).not.toContain('review.confirm');
    activate(AccountId.parse('1'));
    expect(idsOf(contextOf({}))).toContain('review.confirm');
    expect(idsOf(contextOf({}))).toContain('review.undo');
    expect(idsOf(contextOf({ review: exampleSummary() }))).not.toContain('review.undo');
    resetReviewView();
  });

  test('on another screen, and in a project that can only be read: no decisions', () => {
    activate(AccountId.parse('1'));
    const readOnly = { path: '/p', name: 'p', readOnly: true, practice: false };
    for (const context of [contextOf({}, { screen: 'write' }), contextOf({ project: readOnly })]) {
      expect(idsOf(context)).not.toContain('review.confirm');
      expect(idsOf(context)).not.toContain('review.undo');
      expect(idsOf(context)).toContain('go.sources');
    }
    resetReviewView();
  });

  test('while customers are looked at: nothing that would decide on the account looked at before', () => {
    activate(AccountId.parse('1'));
    setReviewView({ side: 'customers' });
    const ids = idsOf(contextOf({}));
    expect(ids).not.toContain('review.confirm');
    expect(ids).not.toContain('many.confirm');
    expect(ids).not.toContain('review.refresh');
    expect(ids).not.toContain('review.clear-filters');
    expect(ids).toContain('move.filter');
    expect(ids).toContain('review.undo');
    resetReviewView();
  });

  test('while something runs: nothing that would have to wait for it', () => {
    const running = { operation: 'export', step: '', done: 0, total: null, secondsLeft: null } as const;
    expect(idsOf(contextOf({}))).toContain('project.export');
    expect(idsOf(contextOf({ running }))).not.toContain('project.export');
  });
});

describe('the palette finds', () => {
  activate(AccountId.parse('1'));
  const search = paletteSearch(
    offeredCommands(contextOf({ review: { ...exampleSummary('confirmed Acme'), toWrite: 3 } })),
  );
  resetReviewView();
  test.each([
    ['conf', 'review.confirm'],
    ['approve', 'review.confirm'],
    ['undo', 'review.undo'],
    ['excel', 'project.worksheet'],
    ['dark', 'theme.dark'],
    ['worksheet', 'go.worksheet'],
    ['conflicts', 'queue.conflicts'],
    ['shorcuts', 'help.sheet'],
    ['take back', 'review.undo'],
    ['dry run', 'project.preview'],
  ])('by "%s" %s among the first three', (text, id) => {
    expect(
      search(text)
        .slice(0, 3)
        .map((command) => command.id),
    ).toContain(id);
  });

  test('first the one whose name begins with what is typed', () => {
    expect(search('conf')[0]?.id).toBe('review.confirm');
  });

  test('everything before anything is typed, nothing for nonsense', () => {
    expect(search(' ').length).toBeGreaterThan(20);
    expect(search('qqqqzzzz')).toEqual([]);
  });
});
