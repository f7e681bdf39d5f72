import { expect, test } from 'vitest';
import type { Evidence, EvidenceField } from '#shared/pairs.ts';
import { reasonFor } from '../../../app/match/reason.ts';

const evidence = (field: EvidenceField, level: string, label: string, bits: number): Evidence => ({
  field,
  level,
  label,
  bits,
  accountValue: '',
  customerValue: '',
});
const prior = evidence('prior', 'usual', 'Before comparing', -10);
const name = evidence('name', 'same', 'Name agrees', 12);
const phone = evidence('phone', 'same', 'Phone agrees', 11);
const otherPhone = evidence('phone', 'different', 'Phone differs', -2);
const city = evidence('address', 'city', 'City agrees', 5);
const otherCity = evidence('address', 'different', 'City differs', -3);
const street = evidence('address', 'same', 'Street and house number agree', 10);
const similar = evidence('name', 'similar', 'Name is similar', 6);

test.each([
  [[prior, name], 'Name agrees'],
  [[prior, name, phone], 'Name and phone agree'],
  [[prior, name, phone, street, city], 'Name, phone and street agree'],
  [[prior, name, otherPhone, otherCity], 'Name agrees; city and phone do not'],
  [[prior, name, otherPhone], 'Name agrees; phone does not'],
  [[prior, similar], 'Name is similar'],
  [[prior, phone, similar], 'Phone agrees, name is similar'],
  [[prior, otherPhone], 'Phone differs'],
  [[prior], 'Little is known of either'],
  [[prior, name, evidence('competition', 'rivals', 'Others fit as well', -9)], 'Name agrees'],
])('%#: the strongest evidence in one phrase', (all, reason) => {
  expect(reasonFor(all)).toBe(reason);
});
