import { type ReactNode, useEffect, useRef } from 'react';
import { classes } from './classes.ts';
import styles from './page.module.css';

interface PageProps {
  readonly title: string;
  /** At most two sentences under the title. */
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  /** The content takes the height that is left and scrolls by itself, as a long table does. */
  readonly full?: boolean;
  readonly children: ReactNode;
}

/**
 * A screen with a title: everything but the review, which needs the whole room. Where the button that led here is gone,
 * the title has the focus, so that the keyboard goes on from here and a screen reader says where one is.
 */
export function Page({ title, intro, actions, full = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <main className={classes(styles.page, full && styles.full)}>
      <header className={styles.header}>
        <div className={styles.heading}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {intro === undefined ? null : <p className={styles.intro}>{intro}</p>}
        </div>
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </main>
  );
}

/** What a screen shows when there is nothing to show yet, and what to do first. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </div>
  );
}

/** A place whose content is being read. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <p role="status" className={styles.loading}>
      Reading {what}…
    </p>
  );
}
