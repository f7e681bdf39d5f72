import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { classes } from '../classes.ts';
import styles from './option-list.module.css';

interface OptionListProps<T> {
  /** What the field is for: "Search commands". */
  readonly label: string;
  readonly placeholder: string;
  /** What the list holds: "Commands found". */
  readonly listLabel: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly options: readonly T[];
  readonly keyOf: (option: T) => string;
  /** The options are still those of what was typed before: they can be clicked, but Enter does not choose among them. */
  readonly isBehind?: boolean;
  readonly onChoose: (option: T) => void;
  /** What an option shows, and how that is laid out. */
  readonly show: (option: T) => ReactNode;
  readonly optionClass: string | undefined;
  /** How many there are and what Enter does, or why there are none. */
  readonly status: string;
  /** Between field and list: why there is nothing. */
  readonly children?: ReactNode;
}

/** Something to choose that is found by typing: walked with the arrow keys, chosen with Enter or a click. */
export function OptionList<T>(props: OptionListProps<T>) {
  const { options, keyOf, isBehind = false, onChoose, optionClass } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(0);
  const active = Math.min(place, options.length - 1);
  const optionId = (index: number) => `${id}-option-${index}`;

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    const last = options.length - 1;
    const chosen = options[active];
    if (event.key === 'ArrowDown') setPlace(active === last ? 0 : active + 1);
    else if (event.key === 'ArrowUp') setPlace(active <= 0 ? last : active - 1);
    else if (event.key === 'Enter') {
      if (chosen !== undefined && !isBehind) onChoose(chosen);
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-label={props.label}
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? optionId(active) : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={props.placeholder}
        className={styles.input}
        value={props.text}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          props.onText(event.target.value);
          setPlace(0);
        }}
        onKeyDown={onKeyDown}
      />
      {props.children}
      <div
        ref={list}
        role="listbox"
        id={`${id}-list`}
        aria-label={props.listLabel}
        aria-busy={isBehind}
        className={styles.list}
      >
        {options.map((option, index) => (
          <div
            key={keyOf(option)}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            className={classes(styles.option, optionClass, index === active && styles.active)}
            onMouseMove={() => setPlace(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(option)}
            onKeyDown={onKeyDown}
            tabIndex={-1}
          >
            {props.show(option)}
          </div>
        ))}
      </div>
      <p role="status" className={styles.status}>
        {props.status}
      </p>
    </>
  );
}
