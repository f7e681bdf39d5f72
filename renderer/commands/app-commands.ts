import { Queue } from '#shared/decisions.ts';
import { queueWords } from '../format/words.ts';
import { type ScreenId, screens } from '../frame/screen-list.ts';
import { themes } from '../frame/themes.ts';
import { requestFocus } from '../review/focus-requests.ts';
import { showRun } from '../write/shown-run.ts';
import { showPart } from '../write/write-part.ts';
import type { AppCommand, CommandContext } from './command.ts';
import { openPane } from './panes.ts';

const screenWords: Record<ScreenId, string> = {
  sources: 'data connections import',
  review: 'table pairs decide',
  worksheet: 'excel',
  write: 'preview links send salesforce',
  history: 'runs journal past',
};

const toScreens = screens.map(
  ({ id, label }): AppCommand => ({
    id: `go.${id}`,
    name: `Go to ${label}`,
    group: 'Go to',
    where: 'project',
    words: screenWords[id],
    run: ({ goTo }) => goTo(id),
  }),
);

const toQueues = Queue.options.map(
  (queue): AppCommand => ({
    id: `queue.${queue}`,
    name: `Queue: ${queueWords[queue]}`,
    group: 'Go to',
    where: 'project',
    words: 'open tab pile',
    possible: ({ overview }) =>
      overview?.review != null && (queue !== 'changed-since' || overview.review.queues[queue] > 0),
    run({ session, goTo }) {
      goTo('review');
      session.openQueue(queue);
      requestFocus('table');
    },
  }),
);

const isFree = ({ overview }: CommandContext) =>
  overview?.running === null && overview.project?.readOnly === false;
const hasBothSides = ({ overview }: CommandContext) =>
  overview != null && overview.datasets.salesforce !== null && overview.datasets.quickbooks !== null;

const isMatchedAndIdle = ({ overview }: CommandContext) =>
  overview?.running === null && overview.matchedAt !== null;

/** A preview on the write screen, in place of the outcome of a run that it may show. */
function showWritePart(part: Parameters<typeof showPart>[0], goTo: CommandContext['goTo']): void {
  showRun(null);
  showPart(part);
  goTo('write');
}

/** What concerns the project as a whole. */
const projectCommands: readonly AppCommand[] = [
  {
    id: 'project.export',
    name: 'Export both',
    group: 'Project',
    where: 'project',
    words: 'load fetch download read again refresh salesforce quickbooks',
    possible: (context) =>
      isFree(context) &&
      context.overview?.connections.salesforce.kind === 'connected' &&
      context.overview.connections.quickbooks.kind === 'connected',
    run: ({ operations }) => operations.exportBoth(),
  },
  {
    id: 'project.match',
    name: 'Find matches',
    group: 'Project',
    where: 'project',
    words: 'match again propose compare',
    possible: (context) => isFree(context) && hasBothSides(context),
    run: ({ operations }) => operations.findMatches(),
  },
  {
    id: 'project.worksheet',
    name: 'Save worksheet',
    group: 'Project',
    where: 'project',
    words: 'excel xlsx file download',
    possible: ({ overview }) => overview?.running === null && overview.matchedAt !== null,
    run: ({ operations }) => operations.saveWorksheet(),
  },
  {
    id: 'project.sign-off',
    name: 'Save sign-off pack',
    group: 'Project',
    where: 'project',
    words: 'excel xlsx client record evidence report',
    possible: isMatchedAndIdle,
    run: ({ operations }) => operations.saveSignOff(),
  },
  {
    id: 'project.summary',
    name: 'Print summary…',
    group: 'Project',
    where: 'project',
    words: 'pdf paper report counts money',
    possible: ({ overview }) => overview?.matchedAt != null,
    run: () => openPane('summary'),
  },
  {
    id: 'project.links',
    name: 'Save links for Data Loader',
    group: 'Project',
    where: 'project',
    words: 'csv confirmed file export salesforce',
    possible: (context) => isMatchedAndIdle(context) && (context.overview?.review?.toWrite ?? 0) > 0,
    run: ({ operations }) => operations.saveLinks('to-write'),
  },
  {
    id: 'project.links-written',
    name: 'Save links that were written',
    group: 'Project',
    where: 'project',
    words: 'csv record file data loader',
    possible: (context) => isMatchedAndIdle(context) && (context.overview?.review?.states.written ?? 0) > 0,
    run: ({ operations }) => operations.saveLinks('written'),
  },
  {
    id: 'project.proposals',
    name: 'Save all proposals',
    group: 'Project',
    where: 'project',
    words: 'csv candidates scores file',
    possible: isMatchedAndIdle,
    run: ({ operations }) => operations.saveProposals(),
  },
  {
    id: 'project.preview',
    name: 'Preview what would be written',
    group: 'Project',
    where: 'project',
    words: 'write links send dry run salesforce',
    possible: ({ overview }) => (overview?.review?.toWrite ?? 0) > 0,
    run: ({ goTo }) => showWritePart('links', goTo),
  },
  {
    id: 'project.create-customers',
    name: 'Preview customers to create in QuickBooks',
    group: 'Project',
    where: 'project',
    words: 'write new records accounts marked send dry run',
    possible: ({ overview }) => (overview?.review?.states['create-new'] ?? 0) > 0,
    run: ({ goTo }) => showWritePart('quickbooks', goTo),
  },
  {
    id: 'project.create-accounts',
    name: 'Preview accounts to create in Salesforce',
    group: 'Project',
    where: 'project',
    words: 'write new records customers marked send dry run',
    possible: ({ overview }) => (overview?.review?.customersToCreate ?? 0) > 0,
    run: ({ goTo }) => showWritePart('salesforce', goTo),
  },
  {
    id: 'project.close',
    name: 'Close project',
    group: 'Project',
    where: 'project',
    words: 'leave start screen',
    run: ({ operations }) => operations.closeProject(),
  },
  {
    id: 'project.practice',
    name: 'Open the practice company',
    group: 'Project',
    where: 'anywhere',
    words: 'try demo example',
    possible: ({ overview }) => overview?.project?.practice !== true,
    run: ({ operations }) => operations.openPractice(),
  },
];

const viewCommands = themes.map(
  ({ id, label }): AppCommand => ({
    id: `theme.${id}`,
    name: `Appearance: ${label.toLowerCase()}`,
    group: 'View',
    where: 'anywhere',
    words: 'theme mode colours colors night day',
    run: ({ setTheme }) => setTheme(id),
  }),
);

const helpCommands: readonly AppCommand[] = [
  {
    id: 'help.palette',
    name: 'Commands…',
    group: 'Help',
    where: 'anywhere',
    keys: ['Mod+k'],
    keyOnly: true,
    run: () => openPane('palette'),
  },
  {
    id: 'help.guide',
    name: 'User guide',
    group: 'Help',
    where: 'anywhere',
    words: 'help manual documentation how to troubleshooting glossary',
    run: ({ showGuide }) => showGuide(),
  },
  {
    id: 'help.sheet',
    name: 'All keys',
    group: 'Help',
    where: 'project',
    words: 'shortcuts cheat sheet keyboard',
    keys: ['?'],
    run: () => openPane('sheet'),
  },
  {
    id: 'help.keys',
    name: 'Change keys…',
    group: 'Help',
    where: 'anywhere',
    words: 'shortcuts keyboard letters off settings accessibility',
    run: () => openPane('keys'),
  },
  {
    id: 'help.hints',
    name: 'Show the hints again',
    group: 'Help',
    where: 'anywhere',
    words: 'tips onboarding introduction',
    run: ({ showHintsAgain }) => showHintsAgain(),
  },
  {
    id: 'help.log',
    name: 'What the program did…',
    group: 'Help',
    where: 'anywhere',
    words: 'log diagnostics support errors version about',
    run: () => openPane('log'),
  },
];

/** What is done outside the review's table. */
export const appCommands: readonly AppCommand[] = [
  ...toScreens,
  ...toQueues,
  ...projectCommands,
  ...viewCommands,
  ...helpCommands,
];

/** A command for each project that was opened before and is still there. */
export function recentProjectCommands({ recent, overview, operations }: CommandContext): AppCommand[] {
  return recent
    .filter(({ path, exists }) => exists && path !== overview?.project?.path)
    .map(({ path, name }) => ({
      id: `project.open ${path}`,
      name: `Open project ${name}`,
      group: 'Project',
      where: 'anywhere',
      words: `recent ${path}`,
      run: () => operations.openProject(path),
    }));
}
