import { sharedInts } from '../columns/growing-ints.ts';
import type { Lists } from '../columns/lists.ts';
import type { Side } from '../columns/side.ts';
import type { Strings } from '../columns/strings.ts';
import { none } from '../terms/vocabulary.ts';
import type { Renumbering } from './renumbering.ts';

type Sources = Renumbering['sources'];

/** Calls for each stretch of neighbours from one side: whether they are fresh, from where, how many. */
function eachRun(sources: Sources, run: (isFresh: boolean, from: number, size: number) => void): void {
  for (let at = 0; at < sources.length; ) {
    const first = sources[at] ?? 0;
    const step = first < 0 ? -1 : 1;
    let size = 1;
    while (at + size < sources.length && sources[at + size] === first + step * size) size += 1;
    if (first >= 0) run(false, first, size);
    else run(true, -1 - first, size);
    at += size;
  }
}

function mergedStrings(old: Strings, fresh: Strings, sources: Sources): Strings {
  const starts = new Float64Array(new SharedArrayBuffer((sources.length + 1) * 8));
  const end = (of: Strings): number => of.starts[of.starts.length - 1] ?? 0;
  const bytes = new Uint8Array(new SharedArrayBuffer(Math.max(1, end(old) + end(fresh))));
  let place = 0;
  let to = 0;
  eachRun(sources, (isFresh, from, size) => {
    const side = isFresh ? fresh : old;
    const begin = side.starts[from] ?? 0;
    bytes.set(side.bytes.subarray(begin, side.starts[from + size] ?? 0), to);
    for (let at = 1; at <= size; at += 1) starts[place + at] = to + (side.starts[from + at] ?? 0) - begin;
    place += size;
    to = starts[place] ?? 0;
  });
  return { bytes, starts };
}

/** The lists of records; `offset` is added to the values of fresh ones. */
function mergedLists(old: Lists, fresh: Lists, sources: Sources, offset = 0): Lists {
  const starts = sharedInts(sources.length + 1);
  const values = sharedInts((old.starts[old.starts.length - 1] ?? 0) + fresh.values.length);
  let place = 0;
  let to = 0;
  eachRun(sources, (isFresh, from, size) => {
    const side = isFresh ? fresh : old;
    const begin = side.starts[from] ?? 0;
    const end = side.starts[from + size] ?? 0;
    if (isFresh)
      for (let at = begin; at < end; at += 1) values[to + at - begin] = (side.values[at] ?? 0) + offset;
    else values.set(side.values.subarray(begin, end), to);
    for (let at = 1; at <= size; at += 1) starts[place + at] = to + (side.starts[from + at] ?? 0) - begin;
    place += size;
    to += end - begin;
  });
  return { starts, values };
}

function joined(old: Int32Array, fresh: Int32Array): Int32Array {
  const all = sharedInts(old.length + fresh.length);
  all.set(old);
  all.set(fresh, old.length);
  return all;
}

/** Lists of one side's owners and then of the other's. */
function joinedLists(old: Lists, fresh: Lists): Lists {
  const owners = old.starts.length - 1;
  const end = old.starts[owners] ?? 0;
  const starts = sharedInts(owners + fresh.starts.length);
  starts.set(old.starts);
  for (let at = 0; at < fresh.starts.length; at += 1) starts[owners + at] = end + (fresh.starts[at] ?? 0);
  return { starts, values: joined(old.values.subarray(0, end), fresh.values) };
}

function mergedFlags(old: Uint8Array, fresh: Uint8Array, sources: Sources): Uint8Array {
  const flags = new Uint8Array(new SharedArrayBuffer(sources.length));
  sources.forEach((source, place) => {
    flags[place] = (source < 0 ? fresh[-1 - source] : old[source]) ?? 0;
  });
  return flags;
}

/** Rows stay in order; fresh records come after all others. */
function mergedRows(old: Int32Array, fresh: Int32Array, sources: Sources): Int32Array {
  const first = old.reduce((most, row) => Math.max(most, row), -1) + 1;
  const rows = sharedInts(sources.length);
  sources.forEach((source, place) => {
    rows[place] = source < 0 ? first + (fresh[-1 - source] ?? 0) : (old[source] ?? 0);
  });
  return rows;
}

function mergedParents(old: Int32Array, { now, sources }: Renumbering): Int32Array {
  const parents = sharedInts(sources.length).fill(none);
  sources.forEach((source, place) => {
    const parent = source < 0 ? none : (old[source] ?? none);
    if (parent !== none) parents[place] = now[parent] ?? none;
  });
  return parents;
}

function mergedLinks(old: Side, fresh: Side, sources: Sources): Strings | null {
  if (old.links === null && fresh.links === null) return null;
  const blank = (count: number): Strings => ({
    bytes: new Uint8Array(1),
    starts: new Float64Array(count + 1),
  });
  return mergedStrings(old.links ?? blank(old.count), fresh.links ?? blank(fresh.count), sources);
}

/**
 * A side with fresh records merged in. Both are of one vocabulary. Of the parents only those among the old records are
 * known here.
 */
export function mergedSide(old: Side, fresh: Side, renumbering: Renumbering): Side {
  const { count, sources } = renumbering;
  const lists = (of: 'phones' | 'emails' | 'domains'): Lists => mergedLists(old[of], fresh[of], sources);
  return {
    count,
    ids: mergedStrings(old.ids, fresh.ids, sources),
    names: mergedStrings(old.names, fresh.names, sources),
    rows: mergedRows(old.rows, fresh.rows, sources),
    flags: mergedFlags(old.flags, fresh.flags, sources),
    parents: mergedParents(old.parents, renumbering),
    links: mergedLinks(old, fresh, sources),
    forms: mergedLists(old.forms, fresh.forms, sources, old.formJoined.length),
    phones: lists('phones'),
    emails: lists('emails'),
    domains: lists('domains'),
    addresses: mergedLists(old.addresses, fresh.addresses, sources, old.number.length),
    formWords: joinedLists(old.formWords, fresh.formWords),
    formNumbers: joinedLists(old.formNumbers, fresh.formNumbers),
    formJoined: joined(old.formJoined, fresh.formJoined),
    formLegal: joined(old.formLegal, fresh.formLegal),
    formLength: joined(old.formLength, fresh.formLength),
    formFlags: joined(old.formFlags, fresh.formFlags),
    street: joinedLists(old.street, fresh.street),
    city: joinedLists(old.city, fresh.city),
    number: joined(old.number, fresh.number),
    region: joined(old.region, fresh.region),
    postcode: joined(old.postcode, fresh.postcode),
    box: joined(old.box, fresh.box),
  };
}
