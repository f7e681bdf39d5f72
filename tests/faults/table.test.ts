import { expect, test } from 'vitest';
import { scenariosByHeading } from './scenarios/index.ts';
import { tableOf, tableOnPage } from './table.ts';

test('the table in docs/faults.md says what the scenarios specify; `npm run faults` writes it', () => {
  expect(tableOnPage()).toBe(tableOf(scenariosByHeading));
});

test('every fault has a name of its own', () => {
  const names = Object.values(scenariosByHeading)
    .flat()
    .map(({ fault }) => fault);
  expect(new Set(names).size).toBe(names.length);
});
