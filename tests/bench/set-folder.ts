import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import type { LinkageSetName } from './linkage-set.ts';
import { practiceSet } from './practice-set.ts';

const Rows = z.array(z.record(z.string(), z.string()));

/** Puts a published set of tests/fixtures/linkage into a folder. */
export function writeLinkageSet(folder: string, name: LinkageSetName): void {
  cpSync(fileURLToPath(new URL(`../fixtures/linkage/${name}`, import.meta.url)), folder, { recursive: true });
}

/** Takes all columns but these out of both sides of a folder; what its truth calls hopeless no longer holds then. */
export function keepColumns(folder: string, pattern: RegExp): void {
  for (const [file, columns] of [
    ['accounts', pattern],
    ['customers', pattern],
    ['truth', /^(?!hopeless)/],
  ] as const) {
    const path = join(folder, `${file}.csv`);
    const rows = Rows.parse(parse(readFileSync(path), { columns: true, bom: true }));
    const kept = rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([key]) => columns.test(key))),
    );
    writeFileSync(path, stringify(kept, { header: true }));
  }
}

/** Puts the practice company of a seed into a folder, as two reports would give it. */
export function writePracticeSet(folder: string, seed: number): void {
  const { accounts, customers, truth } = practiceSet(seed);
  const save = (file: string, rows: readonly Record<string, string>[]): void =>
    writeFileSync(join(folder, file), stringify([...rows], { header: true }));
  save(
    'accounts.csv',
    accounts.map(
      ({ id, name, phone, otherPhones, emails, website, billing, parentId, linkedCustomerId }) => ({
        Id: id,
        Name: name,
        Phone: phone,
        'Mobile Phone': otherPhones.join(', '),
        Email: emails.join(', '),
        Website: website,
        BillingStreet: billing.street,
        BillingCity: billing.city,
        BillingState: billing.region,
        BillingPostalCode: billing.postalCode,
        BillingCountry: billing.country,
        ParentId: parentId,
        qime__QB_ID__c: linkedCustomerId,
      }),
    ),
  );
  save(
    'customers.csv',
    customers.map(({ id, displayName, email, phone, mobile, website, billing, ...more }) => ({
      Id: id,
      DisplayName: displayName,
      CompanyName: more.companyName,
      GivenName: more.givenName,
      FamilyName: more.familyName,
      PrimaryEmailAddr: email,
      PrimaryPhone: phone,
      Mobile: mobile,
      AlternatePhone: more.alternatePhone,
      WebAddr: website,
      BillAddrLine1: billing.street,
      BillAddrCity: billing.city,
      BillAddrCountrySubDivisionCode: billing.region,
      BillAddrPostalCode: billing.postalCode,
      BillAddrCountry: billing.country,
      Active: String(more.active),
      ParentRef: more.parentId,
      Job: String(more.job),
      FullyQualifiedName: more.fullyQualifiedName,
    })),
  );
  save(
    'truth.csv',
    [...truth].map((pair) => {
      const [account_id = '', customer_id = ''] = pair.split('\t');
      return { account_id, customer_id };
    }),
  );
}
