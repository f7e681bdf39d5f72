import type { WrittenAddress } from './addresses.ts';
import type { Person } from './people.ts';

/** A contact of an account, as typed in. */
export interface ContactDraft {
  readonly person: Person;
  readonly email: string;
  readonly phone: string;
  readonly mobile: string;
  readonly title: string;
}

/** An account before it has an id. Blank is `''`. */
export interface AccountDraft {
  name: string;
  phone: string;
  fax: string;
  website: string;
  billing: WrittenAddress | null;
  shipping: WrittenAddress | null;
  type: string;
  industry: string;
  revenue: number | null;
  description: string;
  contacts: ContactDraft[];
  parent: AccountDraft | null;
  resaleNumber: string;
  taxable: boolean;
  exemptionReason: string;
  /** Whether it carries a customer's id already: the right one, or one that no customer has. */
  link: 'none' | 'right' | 'dangling';
}

/** A customer before it has an id. Blank is `''`; money is in dollars. */
export interface CustomerDraft {
  displayName: string;
  companyName: string;
  person: Person | null;
  email: string;
  phone: string;
  mobile: string;
  alternatePhone: string;
  fax: string;
  website: string;
  billing: WrittenAddress | null;
  shipping: WrittenAddress | null;
  active: boolean;
  parent: CustomerDraft | null;
  isJob: boolean;
  balance: number;
  notes: string;
  resaleNumber: string;
  taxable: boolean;
  exemptionReason: number | null;
}
