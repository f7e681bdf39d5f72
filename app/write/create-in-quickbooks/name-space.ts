import { OtherNameKind, type OtherNames } from '#shared/other-names.ts';
import type { Customer } from '#shared/records.ts';
import type { Steps } from '#shared/steps.ts';
import { shortened } from '../create/fit-text.ts';

/** Characters of a display name, see fit.ts. */
const most = 100;

/** So many names are read between two turns of others. */
const namesAtOnce = 2_000;

/**
 * A name as QuickBooks compares it, or a little more strictly: neither case nor stray white space makes a difference, nor
 * how an ampersand is written.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll('&amp;', '&')
    .replace(/\s*&\s*/g, ' & ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/**
 * The display names that are taken: customers, vendors and employees of QuickBooks share one space of them, inactive ones
 * too, and so do the customers of one run.
 */
export class NameSpace {
  readonly #holders = new Map<string, string>();

  /** Reads the names that are taken, in small steps. */
  static *reading(customers: Iterable<Customer>, others: OtherNames): Steps<NameSpace> {
    const names = new NameSpace();
    let done = 0;
    for (const { displayName, active } of customers) {
      names.take(displayName, holder('customer', displayName, active));
      done += 1;
      if (done % namesAtOnce === 0) yield;
    }
    for (const kind of OtherNameKind.options) {
      for (const { displayName, active } of others[kind] ?? []) {
        names.take(displayName, holder(kind, displayName, active));
        done += 1;
        if (done % namesAtOnce === 0) yield;
      }
    }
    return names;
  }

  /** Who has this name, in words; null where it is free. */
  holderOf(name: string): string | null {
    return this.#holders.get(nameKey(name)) ?? null;
  }

  /** Gives a name away; the first one who has it keeps it. */
  take(name: string, holder: string): void {
    const key = nameKey(name);
    if (key !== '' && !this.#holders.has(key)) this.#holders.set(key, holder);
  }

  /** A free name like this one: with its town, or else with a number. */
  freeLike(name: string, city: string): string {
    const town = city.replaceAll(':', ' ').trim();
    if (town !== '' && town.length < most / 2) {
      const withTown = suffixed(name, ` (${town})`);
      if (this.holderOf(withTown) === null) return withTown;
    }
    for (let number = 2; ; number += 1) {
      const numbered = suffixed(name, ` (${number})`);
      if (this.holderOf(numbered) === null) return numbered;
    }
  }
}

function holder(kind: 'customer' | OtherNameKind, name: string, active: boolean): string {
  const article = kind === 'employee' ? 'an' : 'a';
  return active ? `${article} ${kind}, “${name}”` : `an inactive ${kind}, “${name}”`;
}

function suffixed(name: string, suffix: string): string {
  return `${shortened({ value: name, changes: [] }, most - suffix.length).value}${suffix}`;
}
