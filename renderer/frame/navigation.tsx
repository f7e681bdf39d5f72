import { FlaskConical, Lock, Search } from 'lucide-react';
import type { Overview, ProjectInfo } from '#shared/contract.ts';
import type { ReviewSummary } from '#shared/review.ts';
import { useKeys } from '../commands/keys/use-keys.ts';
import { openPane } from '../commands/panes.ts';
import { formatCount } from '../format/numbers.ts';
import { formatBriefMoment } from '../format/times.ts';
import styles from './navigation.module.css';
import { Organisation } from './organisation.tsx';
import { ProjectMenu } from './project-menu.tsx';
import { useScreen } from './screen-address.ts';
import { type ScreenId, screens } from './screen-list.ts';

/** Accounts that still wait for a person: everything but what is done and what was linked before. */
function waiting({ queues }: ReviewSummary): number {
  return queues.suggested + queues.conflicts + queues['no-match'] + queues['linked-problems'] + queues.failed;
}

/** The short word beside a screen's name: when it was exported, how much waits. */
function asideOf(screen: ScreenId, { datasets, matchedAt, early, review }: Overview): string {
  if (screen === 'sources' && datasets.salesforce !== null)
    return formatBriefMoment(datasets.salesforce.exportedAt);
  if (screen === 'review' && (matchedAt !== null || early > 0) && review !== null)
    return formatCount(waiting(review));
  if (screen === 'write' && review !== null && review.toWrite > 0) return formatCount(review.toWrite);
  return '';
}

/** Opens the palette, which is the menu of all commands where the window has no other. */
function CommandsButton() {
  const key = useKeys().shown('help.palette');
  return (
    <button
      type="button"
      className={styles.commands}
      title={`Commands (${key})`}
      onClick={() => openPane('palette')}
    >
      <Search size={16} aria-hidden="true" />
      <span className={styles.words}>Commands</span>
      <span className={styles.aside} aria-hidden="true">
        {key}
      </span>
    </button>
  );
}

/** The left edge of the window: project, screens, organisations. In a narrow window it shrinks to icons. */
export function Navigation({
  overview,
  project,
}: {
  readonly overview: Overview;
  readonly project: ProjectInfo;
}) {
  const current = useScreen();
  const { datasets, connections } = overview;
  return (
    <nav aria-label="Project" className={styles.navigation}>
      <ProjectMenu project={project} />
      {project.practice ? (
        <p className={styles.marker} title="Practice company">
          <FlaskConical size={16} aria-hidden="true" />
          <span className={styles.words}>Practice company</span>
        </p>
      ) : null}
      {project.readOnly ? (
        <p className={styles.marker} title="Read only">
          <Lock size={16} aria-hidden="true" />
          <span className={styles.words}>Read only</span>
        </p>
      ) : null}
      <CommandsButton />
      <ul className={styles.screens}>
        {screens.map(({ id, label, icon: Icon }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className={styles.screen}
              title={label}
              aria-current={current === id ? 'page' : undefined}
            >
              <Icon size={16} aria-hidden="true" />
              <span className={styles.words}>{label}</span>
              <span className={styles.aside}>{asideOf(id, overview)}</span>
            </a>
          </li>
        ))}
      </ul>
      <ul className={styles.organisations} aria-label="Organisations">
        <Organisation side="salesforce" dataset={datasets.salesforce} connection={connections.salesforce} />
        <Organisation side="quickbooks" dataset={datasets.quickbooks} connection={connections.quickbooks} />
      </ul>
    </nav>
  );
}
