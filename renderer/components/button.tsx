import type { ComponentProps, ReactNode } from 'react';
import styles from './button.module.css';
import { classes } from './classes.ts';

interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` carries the next action, `plain` is quiet, `danger` cannot be taken back. */
  readonly look?: 'primary' | 'normal' | 'plain' | 'danger';
  readonly icon?: ReactNode;
  /** The key that does the same, shown beside the label; it is not part of the button's name. */
  readonly shortcut?: string | undefined;
}

interface ButtonLinkProps extends ComponentProps<'a'> {
  readonly look?: 'primary' | 'normal';
  readonly icon?: ReactNode;
}

/** A link that looks like a button, for what the browser has to open or to download itself. */
export function ButtonLink({ look = 'normal', icon, children, ...rest }: ButtonLinkProps) {
  return (
    <a className={classes(styles.button, styles.link, styles[look])} {...rest}>
      {icon}
      {children}
    </a>
  );
}

/** A button in one of the window's four looks. */
export function Button({
  look = 'normal',
  icon,
  shortcut,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button type={type} className={classes(styles.button, styles[look], className)} {...rest}>
      {icon}
      {children === undefined ? null : <span>{children}</span>}
      {shortcut === undefined ? null : (
        <span aria-hidden="true" className={styles.shortcut}>
          {shortcut}
        </span>
      )}
    </button>
  );
}
