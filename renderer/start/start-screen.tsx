import { BookOpen, FlaskConical, FolderOpen, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { useDoor } from '../door/context.ts';
import { useOperation } from '../door/operation.ts';
import { useAppInfo } from '../door/queries.ts';
import { NewProjectDialog } from './new-project-dialog.tsx';
import { OpenProjectDialog } from './open-project-dialog.tsx';
import { RecentProjects } from './recent-projects.tsx';
import styles from './start-screen.module.css';

/** What the window shows while no project is open: what this is, the three ways to begin, and the guide. */
export function StartScreen() {
  const { host } = useDoor();
  const [dialog, setDialog] = useState<'new' | 'open' | null>(null);
  const practice = useOperation('practice.open');
  const open = useOperation('project.open');
  const info = useAppInfo();
  const openFile = async () => {
    if (host.kind === 'browser') return setDialog('open');
    const path = await host.chooseProject();
    if (path !== null) open.start({ path });
  };
  return (
    <main className={styles.start}>
      <div className={styles.column}>
        <header>
          <h1>Counterpart</h1>
          <p className={styles.lead}>
            Links the Salesforce accounts and the QuickBooks customers that your company already has.
          </p>
        </header>
        <section className={styles.practice}>
          <Button
            look="primary"
            icon={<FlaskConical size={16} aria-hidden="true" />}
            disabled={practice.pending}
            onClick={() => practice.start({})}
          >
            Open the practice company
          </Button>
          <p>
            A made-up company with both services on this computer. Try every step; nothing real is touched.
          </p>
        </section>
        {practice.error === null ? null : (
          <ErrorNote error={practice.error} onRetry={() => practice.start({})} />
        )}
        <div className={styles.ways}>
          <Button icon={<Plus size={16} aria-hidden="true" />} onClick={() => setDialog('new')}>
            New project…
          </Button>
          <Button icon={<FolderOpen size={16} aria-hidden="true" />} onClick={() => void openFile()}>
            Open a project file…
          </Button>
          <Button
            look="plain"
            icon={<BookOpen size={16} aria-hidden="true" />}
            onClick={() => void host.showGuide()}
          >
            User guide
          </Button>
        </div>
        {open.error === null || dialog === 'open' ? null : <ErrorNote error={open.error} />}
        <RecentProjects onOpen={(path) => open.start({ path })} opening={open.pending} />
        {info.data === undefined ? null : (
          <p className={styles.about}>
            Version {info.data.version}. Projects are kept in {info.data.projectsFolder}.
          </p>
        )}
      </div>
      <NewProjectDialog open={dialog === 'new'} onOpenChange={(shown) => setDialog(shown ? 'new' : null)} />
      <OpenProjectDialog
        open={dialog === 'open'}
        onOpenChange={(shown) => setDialog(shown ? 'open' : null)}
      />
    </main>
  );
}
