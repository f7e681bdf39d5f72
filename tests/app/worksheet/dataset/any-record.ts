import fc from 'fast-check';
import { AccountId, CustomerId } from '#shared/ids.ts';
import { type Account, type Address, type Customer, noAddress } from '#shared/records.ts';

/** A text as a field holds it: of any letters, without white space around it; NUL stands in no text. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.stringMatching(/^'{0,3}[=+\-@]?.{0,10}$/),
    fc.constantFrom(
      '',
      '00123',
      '1.00',
      'TRUE',
      'O’Neil',
      '"quoted", and more',
      'two\nlines',
      'a\r\nb',
      '_x0041_',
    ),
  )
  .map((one) => one.replaceAll('\0', '').trim());
const filled = text.filter((one) => one !== '');
const listed = filled.filter((one) => !/[;\n]/.test(one));
const digits = fc.stringMatching(/^0{0,2}[1-9]\d{0,12}$/);
const cents = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }).map((n) => n / 100);
const time = fc.oneof(
  fc.constant(''),
  fc
    .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((at) => `${at.toISOString().slice(0, 19)}.000Z`),
  fc.constantFrom(
    '2026-10-01T00:00:00.000Z',
    '2026-10-01',
    '2019-03-01T08:00:00-08:00',
    '2026-01-02T03:04:05.678Z',
  ),
);
const maybe = fc.constantFrom(true, false, null);

const address = (street: fc.Arbitrary<string>): fc.Arbitrary<Address> =>
  fc.oneof(
    fc.constant(noAddress),
    fc.record({ street, city: text, region: text, postalCode: fc.oneof(text, digits), country: text }),
  );

/** Any account as a service gives it. */
export const anyAccount: fc.Arbitrary<Account> = fc.record({
  id: fc.stringMatching(/^001[A-Za-z0-9]{15}$/).map((id) => AccountId.parse(id)),
  name: text,
  phone: text,
  otherPhones: fc.array(listed, { maxLength: 4 }),
  emails: fc.uniqueArray(fc.oneof(fc.emailAddress(), listed), { maxLength: 4 }),
  website: text,
  billing: address(text),
  shipping: address(text),
  linkedCustomerId: fc.oneof(fc.constant(''), digits),
  syncToken: fc.constantFrom('', '0', '12'),
  parentId: fc.oneof(fc.constant(''), fc.stringMatching(/^001[A-Za-z0-9]{15}$/)),
  owner: text,
  type: text,
  resaleNumber: text,
  taxable: maybe,
  taxExemptionReason: text,
  annualRevenue: fc.option(cents),
  lastModified: time,
  systemModstamp: time,
});

/** A street as QuickBooks gives it: lines, none blank. */
const lines = fc
  .array(
    filled.filter((line) => !/[\r\n]/.test(line)),
    { maxLength: 7 },
  )
  .map((all) => all.join('\n'));

/** Any customer as the service gives it; QuickBooks has no colon in a name. */
export const anyCustomer: fc.Arbitrary<Customer> = fc.record({
  id: digits.map((id) => CustomerId.parse(id)),
  syncToken: fc.constantFrom('0', '12'),
  displayName: filled.filter((name) => !name.includes(':')),
  companyName: text,
  givenName: text,
  familyName: text,
  printOnCheckName: text,
  email: fc.oneof(
    text,
    fc.array(fc.emailAddress(), { maxLength: 3 }).map((all) => all.join(', ')),
  ),
  phone: text,
  mobile: text,
  alternatePhone: text,
  fax: text,
  website: text,
  billing: address(lines),
  shipping: address(lines),
  active: fc.boolean(),
  parentId: fc.oneof(fc.constant(''), digits),
  job: fc.boolean(),
  isProject: fc.boolean(),
  level: fc.nat(4),
  fullyQualifiedName: filled,
  balance: cents,
  balanceWithJobs: cents,
  currency: fc.constantFrom('', 'USD', 'EUR'),
  resaleNumber: text,
  taxable: maybe,
  taxExemptionReason: fc.constantFrom('', '1', '15'),
  notes: text,
  createdAt: time,
  lastModified: time,
});
