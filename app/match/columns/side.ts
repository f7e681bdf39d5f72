import type { Lists } from './lists.ts';
import type { Strings } from './strings.ts';

/** What a record is besides its values. */
export const flags = { inactive: 1, subCustomer: 2 } as const;

/** What a name form is besides its words: completed from a mailbox, an acronym in capitals, or with small letters. */
export const formFlags = { fromMailbox: 1, capitals: 2, smallLetters: 4 } as const;

/**
 * All records of one side as the comparisons see them: in columns, in the order of their ids, values by their numbers
 * in the vocabulary. A record has name forms, phones, e-mails, domains and addresses; a form has words, an address has
 * words of its street and city. Everything is shared between threads.
 */
export interface Side {
  readonly count: number;
  readonly ids: Strings;
  readonly names: Strings;
  /** For each record the row it had in its source, from 0 on. */
  readonly rows: Int32Array;
  readonly flags: Uint8Array;
  /** The place of the record's parent, `none` where it has none among these. */
  readonly parents: Int32Array;
  /** The customer ids that records carry, `''` for most; null for customers, who carry none. */
  readonly links: Strings | null;

  readonly forms: Lists;
  readonly phones: Lists;
  readonly emails: Lists;
  /** Twice the domain, plus one where it stands in an e-mail address only. */
  readonly domains: Lists;
  readonly addresses: Lists;

  readonly formWords: Lists;
  readonly formJoined: Int32Array;
  /** The numbers that tell branches of one name apart, as words. */
  readonly formNumbers: Lists;
  readonly formLegal: Int32Array;
  /** The length of the name as written. */
  readonly formLength: Int32Array;
  readonly formFlags: Int32Array;

  readonly street: Lists;
  readonly city: Lists;
  readonly number: Int32Array;
  readonly region: Int32Array;
  readonly postcode: Int32Array;
  readonly box: Int32Array;
}
