import type { Overview, RecentProject } from '#shared/contract.ts';
import type { LinkFileKind } from '#shared/links.ts';
import type { ScreenId } from '../frame/screen-list.ts';
import type { Theme } from '../frame/themes.ts';
import type { ReviewSession } from '../review/session/session.ts';
import { useReviewView } from '../review/view.ts';

/** The groups of commands, in the order in which the palette, the sheet of keys and the menus show them. */
export const commandGroups = [
  'Decide',
  'Customers without match',
  'Many at once',
  'Move',
  'Go to',
  'Project',
  'View',
  'Help',
] as const;
export type CommandGroup = (typeof commandGroups)[number];

/**
 * Where a command applies: wherever one is, in an open project, on the review screen, on the active row of its table of
 * accounts, or on that of its table of customers. Keys without Ctrl or ⌘ act in a table only, while it has the focus.
 */
export type Where = 'anywhere' | 'project' | 'review' | 'row' | 'customer';

/** What the long operations of the screens are to a command: started as their buttons start them. */
export interface Operations {
  exportBoth(): void;
  findMatches(): void;
  saveWorksheet(): void;
  saveSignOff(): void;
  saveProposals(): void;
  saveLinks(what: LinkFileKind): void;
  openPractice(): void;
  openProject(path: string): void;
  closeProject(): void;
}

/** What a command may ask and act on. */
export interface CommandContext {
  readonly session: ReviewSession;
  readonly screen: ScreenId;
  /** Undefined while it is being read. */
  readonly overview: Overview | undefined;
  readonly recent: readonly RecentProject[];
  readonly operations: Operations;
  /** How many rows of the review's table are in sight. */
  readonly page: number;
  goTo(screen: ScreenId): void;
  setTheme(theme: Theme): void;
  showGuide(): void;
  showHintsAgain(): void;
}

/** Something that the app can be told to do. Its entry in the register is all that palette, sheet, keys and menus need. */
export interface AppCommand {
  readonly id: string;
  readonly name: string;
  readonly group: CommandGroup;
  readonly where: Where;
  /** Other words for it, by which the palette finds it too. */
  readonly words?: string;
  /** Its usual keys, the one to be shown first: `a`, `Mod+Shift+z`, `ArrowDown`. `Mod` is ⌘ on macOS and Ctrl elsewhere. */
  readonly keys?: readonly string[];
  /** Its one-character keys stay as they are, because they mean a number. */
  readonly fixedKeys?: true;
  /** The command whose keys these are: what the same key does in another table. */
  readonly like?: string;
  /** Goes on while its key is held down. */
  readonly repeats?: true;
  /** Of use by its key only, so that the palette and the menus leave it out. */
  readonly keyOnly?: true;
  /** Whether it can be done now, beside being where it applies. */
  possible?(context: CommandContext): boolean;
  /** `key` is the one that was pressed, where it was a key. */
  run(context: CommandContext, key?: string): void;
}

/** Whether a command can be done as things are. */
export function isPossible(command: AppCommand, context: CommandContext): boolean {
  const { overview, screen } = context;
  const { where } = command;
  if (where !== 'anywhere' && (overview?.project ?? null) === null) return false;
  const isOfReview = where === 'review' || where === 'row' || where === 'customer';
  if (isOfReview && (screen !== 'review' || !hasRows(overview))) return false;
  const { side } = useReviewView.getState();
  if ((where === 'row' && side !== 'accounts') || (where === 'customer' && side !== 'customers'))
    return false;
  return command.possible?.(context) ?? true;
}

function hasRows(overview: Overview | undefined): boolean {
  return overview !== undefined && (overview.matchedAt !== null || overview.early > 0);
}
