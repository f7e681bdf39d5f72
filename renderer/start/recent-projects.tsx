import { X } from 'lucide-react';
import { Button } from '../components/button.tsx';
import { Tag } from '../components/marks/tag.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { useOperation } from '../door/operation.ts';
import { useRecentProjects } from '../door/queries.ts';
import { formatMoment } from '../format/times.ts';
import styles from './recent-projects.module.css';

interface RecentProjectsProps {
  readonly onOpen: (path: string) => void;
  readonly opening: boolean;
}

/** Projects opened before. One whose file is gone is marked, and can be forgotten like any other. */
export function RecentProjects({ onOpen, opening }: RecentProjectsProps) {
  const recent = useRecentProjects();
  const forget = useOperation('project.forget');
  if (recent.error !== null) {
    return <ErrorNote error={recent.error} onRetry={() => void recent.refetch()} />;
  }
  if (recent.data === undefined || recent.data.length === 0) return null;
  return (
    <section>
      <h2>Recent projects</h2>
      {forget.error === null ? null : <ErrorNote error={forget.error} />}
      <ul className={styles.list}>
        {recent.data.map(({ path, name, openedAt, exists }) => (
          <li key={path} className={styles.project}>
            <button
              type="button"
              className={styles.open}
              disabled={!exists || opening}
              onClick={() => onOpen(path)}
            >
              <span className={styles.name}>{name}</span>
              {exists ? (
                <span className={styles.when}>{formatMoment(openedAt)}</span>
              ) : (
                <Tag tone="look">file is missing</Tag>
              )}
              <span className={styles.path} title={path}>
                {path}
              </span>
            </button>
            <Button
              look="plain"
              aria-label={`Forget ${name}`}
              title="Forget; the file stays"
              icon={<X size={16} aria-hidden="true" />}
              onClick={() => forget.start({ path }, () => void recent.refetch())}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
