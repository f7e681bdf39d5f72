import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { classes } from '../classes.ts';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly description?: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly wide?: boolean;
  /** `whole`: as large as the window allows; what is inside scrolls by itself. */
  readonly size?: 'whole';
  /** Called once it is closed and the focus is back where it was. */
  readonly onClosed?: () => void;
  readonly children: ReactNode;
}

/**
 * A dialog in front of the window; Escape and a click outside close it. The veil is an element of our own: the
 * library's writes a style sheet into the page to stop scrolling, which the content policy forbids and a window
 * that does not scroll has no need of.
 */
export function Dialog({
  title,
  description,
  open,
  onOpenChange,
  wide = false,
  size,
  onClosed,
  children,
}: DialogProps) {
  const before = useRef<Element>(null);
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <div className={styles.veil} aria-hidden="true" />
        <Primitive.Content
          className={classes(styles.dialog, wide && styles.wide, size === 'whole' && styles.whole)}
          onOpenAutoFocus={() => {
            before.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            // The library gives the focus back to the button that opened the dialog; a key opens one too.
            event.preventDefault();
            if (before.current instanceof HTMLElement) before.current.focus();
            onClosed?.();
          }}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className={styles.header}>
            <Primitive.Title className={styles.title}>{title}</Primitive.Title>
          </header>
          {description === undefined ? null : (
            <Primitive.Description className={styles.description}>{description}</Primitive.Description>
          )}
          {children}
          {/* Last, so that the dialog begins with what it is about. */}
          <Primitive.Close className={styles.close} aria-label="Close">
            <X size={16} aria-hidden="true" />
          </Primitive.Close>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** The row of buttons that ends a dialog. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
