import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { useDoor } from '../door/context.ts';
import { useOperation } from '../door/operation.ts';
import { useOverview, useRecentProjects } from '../door/queries.ts';
import { goTo, useScreen } from '../frame/screen-address.ts';
import { setTheme } from '../frame/theme.ts';
import { useShownHints } from '../hints/hints.ts';
import { useMatch } from '../matching/use-match.ts';
import { useReviewSession } from '../review/session/session-context.ts';
import { useExport } from '../sources/use-export.ts';
import { useOtherFiles } from '../worksheet/other-files/use-other-files.ts';
import { useSaveWorksheet } from '../worksheet/use-save-worksheet.ts';
import { type AppCommand, type CommandContext, isPossible } from './command.ts';

/** The acting side of the register: the same object as long as the window is open, so that nothing is drawn for it. */
interface Commands {
  /** What commands act on, as it is now. */
  context(): CommandContext;
  /** Does a command if it can be done. `key` is the one that was pressed; `page` the rows in sight. */
  perform(command: AppCommand, key?: string, page?: number): void;
}

const Context = createContext<Commands | null>(null);

/** The acting side of the register. Throws outside its provider, which is a fault of the program. */
export function useCommands(): Commands {
  const commands = useContext(Context);
  if (commands === null) throw new Error('useCommands is called outside its provider');
  return commands;
}

/** Rows in sight where that is not known, because no key was pressed in the table. */
const usualPage = 20;

/** Lets everything below run commands. */
export function CommandsProvider({ children }: { readonly children: ReactNode }) {
  const current = useCurrentContext();
  const latest = useRef(current);
  useEffect(() => {
    latest.current = current;
  });
  const commands = useMemo<Commands>(
    () => ({
      context: () => latest.current,
      perform(command, key, page = usualPage) {
        const context = { ...latest.current, page };
        if (isPossible(command, context)) command.run(context, key);
      },
    }),
    [],
  );
  return <Context value={commands}>{children}</Context>;
}

function useCurrentContext(): CommandContext {
  const session = useReviewSession();
  const overview = useOverview().data;
  const screen = useScreen();
  const recent = useRecentProjects().data ?? [];
  const { start: exportBoth } = useExport();
  const { start: match } = useMatch();
  const open = useOperation('project.open');
  const close = useOperation('project.close');
  const practice = useOperation('practice.open');
  const { save } = useSaveWorksheet(overview?.project?.name ?? 'Counterpart');
  const otherFiles = useOtherFiles(overview?.project?.name ?? 'Counterpart');
  const { showAgain } = useShownHints();
  const { host } = useDoor();
  return {
    session,
    screen,
    overview,
    recent,
    page: usualPage,
    goTo,
    setTheme,
    showGuide: () => void host.showGuide(),
    showHintsAgain: showAgain,
    operations: {
      exportBoth() {
        goTo('sources');
        exportBoth();
      },
      findMatches() {
        goTo('sources');
        match();
      },
      saveWorksheet() {
        goTo('worksheet');
        save();
      },
      saveSignOff() {
        goTo('worksheet');
        otherFiles.saveSignOff();
      },
      saveProposals() {
        goTo('worksheet');
        otherFiles.saveProposals();
      },
      saveLinks(what) {
        goTo('worksheet');
        otherFiles.saveLinks(what);
      },
      openPractice: () => practice.start({}),
      openProject: (path) => open.start({ path }),
      closeProject: () => close.start({}),
    },
  };
}
