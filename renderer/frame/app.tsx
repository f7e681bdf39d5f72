import type { ReactNode } from 'react';
import type { Overview, ProjectInfo } from '#shared/contract.ts';
import { CommandLayer } from '../commands/command-layer.tsx';
import { CommandsProvider } from '../commands/commands-provider.tsx';
import { closePane } from '../commands/panes.ts';
import { Dialog } from '../components/dialogs/dialog.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { Loading, Page } from '../components/page.tsx';
import { useDoor } from '../door/context.ts';
import { PreferencesProvider } from '../door/preferences.tsx';
import { useOverview } from '../door/queries.ts';
import { HistoryScreen } from '../history/history-screen.tsx';
import { MatchNotice } from '../matching/match-notice.tsx';
import { ReviewScreen } from '../review/review-screen.tsx';
import { SourcesScreen } from '../sources/sources-screen.tsx';
import { StartScreen } from '../start/start-screen.tsx';
import { WorksheetScreen } from '../worksheet/worksheet-screen.tsx';
import { WriteScreen } from '../write/write-screen.tsx';
import { Announcer } from './announcer.tsx';
import { FaultBoundary } from './fault-boundary.tsx';
import styles from './frame.module.css';
import { useForgetProjectOnLeaving } from './leave-project.ts';
import { Navigation } from './navigation.tsx';
import { Notices } from './notices.tsx';
import { OperationBar } from './operation-bar.tsx';
import { useScreen } from './screen-address.ts';
import { type ScreenId, screens } from './screen-list.ts';

const screenOf: Record<ScreenId, () => ReactNode> = {
  sources: () => <SourcesScreen />,
  review: () => <ReviewScreen />,
  worksheet: () => <WorksheetScreen />,
  write: () => <WriteScreen />,
  history: () => <HistoryScreen />,
};

const titleOf = (screen: ScreenId) => screens.find(({ id }) => id === screen)?.label ?? 'Counterpart';

const faultPage = (title: string) => (fault: unknown, retry: () => void) => (
  <Page title={title}>
    <ErrorNote error={fault} onRetry={retry} />
  </Page>
);

const faultDialog = (fault: unknown, retry: () => void) => (
  <Dialog
    title="This cannot be shown"
    open
    onOpenChange={() => {
      closePane();
      retry();
    }}
  >
    <ErrorNote error={fault} />
  </Dialog>
);

function Content() {
  const overview = useOverview();
  if (overview.data === undefined) {
    return (
      <Page title="Counterpart">
        {overview.error === null ? (
          <Loading what="the project" />
        ) : (
          <ErrorNote error={overview.error} onRetry={() => void overview.refetch()} />
        )}
      </Page>
    );
  }
  const { project } = overview.data;
  if (project === null) return <StartScreen />;
  return <ProjectFrame key={project.path} overview={overview.data} project={project} />;
}

function ProjectFrame({ overview, project }: { readonly overview: Overview; readonly project: ProjectInfo }) {
  const screen = useScreen();
  const { running } = overview;
  useForgetProjectOnLeaving();
  return (
    <div className={styles.frame}>
      <Navigation overview={overview} project={project} />
      <div className={styles.content}>
        <Notices>
          <MatchNotice />
        </Notices>
        {running === null ? null : <OperationBar progress={running} />}
        <div className={styles.screen}>
          <FaultBoundary key={screen} instead={faultPage(titleOf(screen))}>
            {screenOf[screen]()}
          </FaultBoundary>
        </div>
      </div>
    </div>
  );
}

/** The whole window: the start while no project is open, else navigation and the chosen screen. */
export function App() {
  const { connected } = useDoor();
  return (
    <div className={styles.whole}>
      <div role="status">
        {connected ? null : (
          <p className={styles.stopped}>
            Counterpart stopped. Everything decided is saved. Start it again; it opens in a new page.
          </p>
        )}
      </div>
      <PreferencesProvider>
        <CommandsProvider>
          <FaultBoundary instead={faultPage('Counterpart')}>
            <Content />
          </FaultBoundary>
          <FaultBoundary instead={faultDialog}>
            <CommandLayer />
          </FaultBoundary>
        </CommandsProvider>
      </PreferencesProvider>
      <Announcer />
    </div>
  );
}
