import { ChevronDown } from 'lucide-react';
import { DropdownMenu, Tabs } from 'radix-ui';
import { useRef } from 'react';
import { Queue } from '#shared/decisions.ts';
import type { ReviewSummary } from '#shared/review.ts';
import menu from '../../components/menu.module.css';
import { formatCompactCount, formatCount } from '../../format/numbers.ts';
import { queueWords } from '../../format/words.ts';
import { openBalance } from '../money/receivables-words.ts';
import { useReviewSession } from '../session/session-context.ts';
import { useReviewView } from '../view.ts';
import { openTab } from './open-tab.ts';
import styles from './queue-tabs.module.css';
import { useFittingTabs } from './use-fitting-tabs.ts';

/** A tab of the review. `rest` belongs to its name and is not written. */
interface QueueTab {
  readonly value: string;
  readonly label: string;
  readonly rest: string;
  readonly count: number;
  readonly money: string;
}

interface QueueTabsProps {
  readonly summary: ReviewSummary;
  /** A queue was chosen with the mouse or from the menu, after which the keys belong to the table. */
  readonly onPointed: () => void;
}

/** The queues as tabs with their counts, in one line: what does not fit is in a menu. Belongs inside the review's `Tabs.Root`. */
export function QueueTabs({ summary, onPointed }: QueueTabsProps) {
  const session = useReviewSession();
  const side = useReviewView((view) => view.side);
  const queue = useReviewView((view) => view.queue);
  const open = side === 'customers' ? side : queue;
  const tabs = tabsOf(summary, open);
  const labels = tabs.map(({ label, count }) => `${label} ${formatCompactCount(count)}`);
  const { ruler, shown } = useFittingTabs(
    tabs.map(({ value, count }) => ({ empty: count === 0, open: value === open })),
    labels.join('\n'),
  );
  const isChosen = useRef(false);
  const away = tabs.filter((_, at) => shown[at] === false);
  return (
    <div className={styles.line}>
      <div ref={ruler} aria-hidden="true" className={styles.ruler}>
        {tabs.map(({ value, label, count }) => (
          <span key={value} className={styles.tab}>
            {label} <b>{formatCompactCount(count)}</b>
          </span>
        ))}
        <span className={styles.tab}>
          More <ChevronDown size={14} />
        </span>
      </div>
      <Tabs.List aria-label="Queues" className={styles.tabs}>
        {tabs.map(({ value, label, rest, count, money }, at) =>
          shown[at] === false ? null : (
            <Tabs.Trigger
              key={value}
              value={value}
              className={styles.tab}
              title={[`${label}${rest}: ${formatCount(count)}`, money].filter(Boolean).join(' · ')}
              onMouseUp={onPointed}
            >
              <span>
                {label}
                {rest === '' ? null : <span className="visually-hidden">{rest}</span>}
              </span>{' '}
              <b>{formatCompactCount(count)}</b>
            </Tabs.Trigger>
          ),
        )}
      </Tabs.List>
      {away.length === 0 ? null : (
        <DropdownMenu.Root modal={false}>
          <DropdownMenu.Trigger className={styles.tab} aria-label="More queues">
            More <ChevronDown size={14} aria-hidden="true" />
          </DropdownMenu.Trigger>
          <DropdownMenu.Portal>
            <DropdownMenu.Content
              className={menu.menu}
              align="start"
              sideOffset={4}
              collisionPadding={8}
              onCloseAutoFocus={(event) => {
                if (!isChosen.current) return;
                isChosen.current = false;
                event.preventDefault();
                onPointed();
              }}
            >
              {away.map(({ value, label, rest, count }) => (
                <DropdownMenu.Item
                  key={value}
                  className={menu.item}
                  onSelect={() => {
                    isChosen.current = true;
                    openTab(session, value);
                  }}
                >
                  {label}
                  {rest} <b>{formatCount(count)}</b>
                </DropdownMenu.Item>
              ))}
            </DropdownMenu.Content>
          </DropdownMenu.Portal>
        </DropdownMenu.Root>
      )}
    </div>
  );
}

function tabsOf(summary: ReviewSummary, open: string): QueueTab[] {
  // Most projects are exported once: what nothing has happened to needs no tab.
  const queues = Queue.options.filter(
    (queue) => queue !== 'changed-since' || queue === open || summary.queues[queue] > 0,
  );
  return [
    ...queues.map((queue): QueueTab => {
      const owed = openBalance(summary.receivables, queue);
      const money = owed === '' ? '' : `${owed} open`;
      return { value: queue, label: queueWords[queue], rest: '', count: summary.queues[queue], money };
    }),
    {
      value: 'customers',
      label: 'Customers',
      rest: ' without match',
      count: summary.customersWithoutMatch,
      money: '',
    },
  ];
}
