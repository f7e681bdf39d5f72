import { Check, Pin as PinIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import type { Pin } from '#shared/matching.ts';
import menu from '../components/menu.module.css';
import { useDoor } from '../door/context.ts';
import { useReviewSession } from '../review/session/session-context.ts';
import styles from './pin-menu.module.css';
import type { Pinnable } from './pinnable.ts';
import { pinKindWords, pinWords } from './words.ts';

/** Made at the key that opened it, a menu has not seen that a keyboard is used. */
function focusFirst(element: HTMLElement | null): void {
  element?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
}

const choices: readonly Pin['as'][] = ['shared', 'good'];

/** Says of the identifiers of one comparison that they are shared or good, or takes that back. */
export function PinMenu({
  identifiers,
  disabled,
}: {
  readonly identifiers: readonly Pinnable[];
  readonly disabled: boolean;
}) {
  const { call } = useDoor();
  const session = useReviewSession();
  const pinned = identifiers.find((one) => one.pin !== null)?.pin ?? null;
  const kind = identifiers[0]?.kind ?? 'phone';
  const [asked, setAsked] = useState<'not' | 'by-key' | 'by-pointer'>('not');
  const trigger = {
    className: styles.trigger,
    disabled,
    'aria-label': `Pin ${pinKindWords[kind].toLowerCase()}${pinned === null ? '' : `, now ${pinWords[pinned.as].short}`}`,
    title: 'Say that it is shared by many, or good',
  };
  const face = (
    <>
      <PinIcon size={14} aria-hidden="true" />
      {pinned === null ? null : <span>{pinWords[pinned.as].short}</span>}
    </>
  );
  if (asked === 'not') {
    // Every line of evidence has a menu, and hardly any is opened: it is made when it is.
    return (
      <button
        {...trigger}
        type="button"
        aria-haspopup="menu"
        aria-expanded="false"
        onClick={({ detail }) => setAsked(detail === 0 ? 'by-key' : 'by-pointer')}
      >
        {face}
      </button>
    );
  }
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger {...trigger}>{face}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          ref={asked === 'by-key' ? focusFirst : null}
          className={menu.menu}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          // Escape closes the menu; in the evidence around it, it would also leave for the table.
          onKeyDown={(event) => event.stopPropagation()}
        >
          {identifiers.map(({ value, pin: own }) => (
            <DropdownMenu.Group key={value}>
              <DropdownMenu.Label className={menu.label}>{value}</DropdownMenu.Label>
              {choices.map((as) => (
                <DropdownMenu.Item
                  key={as}
                  className={menu.item}
                  onSelect={() =>
                    session.tell(
                      () => call('match.pin', { kind, value, as }),
                      `Pinned ${value}. It counts from the next match on.`,
                    )
                  }
                >
                  <span className={menu.check}>
                    {own?.as === as ? <Check size={14} aria-hidden="true" /> : null}
                  </span>
                  {pinWords[as].long}
                </DropdownMenu.Item>
              ))}
              {own === null ? null : (
                <DropdownMenu.Item
                  className={menu.item}
                  onSelect={() =>
                    session.tell(
                      () => call('match.unpin', { kind, value: own.value }),
                      `Took the pin off ${value}. It counts from the next match on.`,
                    )
                  }
                >
                  <span className={menu.check} />
                  Take the pin off
                </DropdownMenu.Item>
              )}
            </DropdownMenu.Group>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
