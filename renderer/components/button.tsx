import { type ComponentProps, type ReactNode, useState } from 'react';
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

/**
 * A button in one of the window's four looks. One that was pressed and is disabled by what it began keeps the focus, and
 * does nothing: a person with a keyboard or a screen reader would be thrown back to the beginning of the page.
 */
export function Button({
  look = 'normal',
  icon,
  shortcut,
  className,
  children,
  type = 'button',
  disabled = false,
  onClick,
  onFocus,
  onBlur,
  ...rest
}: ButtonProps) {
  const [isFocused, setFocused] = useState(false);
  const keepsFocus = disabled && isFocused;
  return (
    <button
      type={type}
      className={classes(styles.button, styles[look], className)}
      {...rest}
      disabled={disabled && !keepsFocus}
      aria-disabled={keepsFocus || undefined}
      onClick={keepsFocus ? (event) => event.preventDefault() : onClick}
      onFocus={(event) => {
        setFocused(true);
        onFocus?.(event);
      }}
      onBlur={(event) => {
        setFocused(false);
        onBlur?.(event);
      }}
    >
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
