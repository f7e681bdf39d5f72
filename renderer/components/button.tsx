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
