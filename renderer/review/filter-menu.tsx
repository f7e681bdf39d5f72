import { Check, ListFilter } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type ReactNode, useMemo } from 'react';
import { AccountState } from '#shared/decisions.ts';
import { Band } from '#shared/pairs.ts';
import { bandWords, stateWords } from '#shared/words.ts';
import button from '../components/button.module.css';
import menu from '../components/menu.module.css';
import { formatCount } from '../format/numbers.ts';
import { columnNames } from './columns.ts';
import {
  type CustomerTrait,
  type Filters,
  filterCount,
  filterCounts,
  noFilters,
  toggled,
} from './filters.ts';
import { setReviewView, useReviewView } from './view.ts';

const traitWords: Record<CustomerTrait, string> = {
  balance: 'Has a balance',
  inactive: 'Inactive',
  'sub-customer': 'Sub-customer',
};

const traits: readonly CustomerTrait[] = ['balance', 'inactive', 'sub-customer'];

interface ChoiceProps {
  readonly checked: boolean;
  readonly count: number;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

function Choice({ checked, count, onToggle, children }: ChoiceProps) {
  return (
    <DropdownMenu.CheckboxItem
      className={menu.item}
      checked={checked}
      onSelect={(event) => event.preventDefault()}
      onCheckedChange={onToggle}
    >
      <span className={menu.check}>
        <DropdownMenu.ItemIndicator>
          <Check size={14} aria-hidden="true" />
        </DropdownMenu.ItemIndicator>
      </span>
      {children}
      <span className={menu.count}>{formatCount(count)}</span>
    </DropdownMenu.CheckboxItem>
  );
}

/** The menu that narrows the table by state, band and customer, and sorts it; it stays open while one chooses. */
export function FilterMenu() {
  const filters = useReviewView((view) => view.filters);
  const chosen = filterCount(filters);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={button.button}>
        <ListFilter size={16} aria-hidden="true" />
        <span>
          Filter<span className="visually-hidden"> and sort</span>
          {chosen === 0 ? null : <span> ({formatCount(chosen)})</span>}
        </span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu.menu} align="end" sideOffset={4} collisionPadding={8}>
          <Choices filters={filters} />
          <DropdownMenu.Separator className={menu.separator} />
          <Sorting />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Choices({ filters }: { readonly filters: Filters }) {
  const members = useReviewView((view) => view.members);
  const counts = useMemo(() => filterCounts(members), [members]);
  const change = (part: Partial<Filters>) => setReviewView({ filters: { ...filters, ...part } });
  return (
    <>
      <DropdownMenu.Label className={menu.label}>State</DropdownMenu.Label>
      {AccountState.options
        .filter((state) => counts.states.has(state) || filters.states.has(state))
        .map((state) => (
          <Choice
            key={state}
            checked={filters.states.has(state)}
            count={counts.states.get(state) ?? 0}
            onToggle={() => change({ states: toggled(filters.states, state) })}
          >
            {stateWords[state]}
          </Choice>
        ))}
      <DropdownMenu.Label className={menu.label}>Score</DropdownMenu.Label>
      {Band.options.map((band) => (
        <Choice
          key={band}
          checked={filters.bands.has(band)}
          count={counts.bands.get(band) ?? 0}
          onToggle={() => change({ bands: toggled(filters.bands, band) })}
        >
          {bandWords[band]}
        </Choice>
      ))}
      <DropdownMenu.Label className={menu.label}>Customer</DropdownMenu.Label>
      {traits.map((trait) => (
        <Choice
          key={trait}
          checked={filters.traits.has(trait)}
          count={counts.traits.get(trait) ?? 0}
          onToggle={() => change({ traits: toggled(filters.traits, trait) })}
        >
          {traitWords[trait]}
        </Choice>
      ))}
      <DropdownMenu.Item
        className={menu.item}
        disabled={filterCount(filters) === 0}
        onSelect={() => setReviewView({ filters: noFilters })}
      >
        Clear all filters
      </DropdownMenu.Item>
    </>
  );
}

function Sorting() {
  const sorting = useReviewView((view) => view.sorting)[0];
  const value = sorting === undefined ? 'none' : `${sorting.id} ${sorting.desc ? 'descending' : 'ascending'}`;
  const orders = [
    { value: 'none', label: 'As proposed', sorting: [] },
    ...columnNames.map(({ id, label }) => {
      const desc = id === 'score' || id === 'balance';
      return {
        value: `${id} ${desc ? 'descending' : 'ascending'}`,
        label: desc ? `${label}, highest first` : label,
        sorting: [{ id, desc }],
      };
    }),
  ];
  return (
    <DropdownMenu.RadioGroup value={value}>
      <DropdownMenu.Label className={menu.label}>Sort by</DropdownMenu.Label>
      {orders.map((order) => (
        <DropdownMenu.RadioItem
          key={order.value}
          value={order.value}
          className={menu.item}
          onSelect={() => setReviewView({ sorting: order.sorting })}
        >
          <span className={menu.check}>
            <DropdownMenu.ItemIndicator>
              <Check size={14} aria-hidden="true" />
            </DropdownMenu.ItemIndicator>
          </span>
          {order.label}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}
