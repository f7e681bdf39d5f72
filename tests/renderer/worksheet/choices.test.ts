import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FindingKind, type WorksheetPreview } from '#shared/worksheet.ts';
import {
  appliedInput,
  chosen,
  chosenAll,
  decisionCount,
  isTaken,
  keepAll,
  wholeKinds,
} from '../../../renderer/worksheet/reading/choices.ts';

const finding = (id: number, kind: FindingKind, choice = '') => ({ id, kind, choice });
const countsOf = (findings: readonly { readonly kind: FindingKind }[]) =>
  Object.fromEntries(
    FindingKind.options.map((kind) => [kind, findings.filter((one) => one.kind === kind).length]),
  ) as WorksheetPreview['counts'];

test('what is decided in the app counts until something else is chosen', () => {
  const findings = [finding(0, 'new'), finding(1, 'conflict'), finding(2, 'blanked'), finding(3, 'comment')];
  expect(findings.map((one) => isTaken(keepAll, one))).toEqual([false, false, false, false]);
  expect(decisionCount(keepAll, countsOf(findings))).toBe(1);
  expect(appliedInput(keepAll, 7)).toEqual({ reading: 7, kinds: [], take: [], leave: [] });
});

test('of rows that are in the file twice one counts, and picking another lets the first go', () => {
  const [one, other] = [finding(1, 'duplicate', 'A1'), finding(2, 'duplicate', 'A1')];
  const choices = chosen(chosen(keepAll, one, true), other, true);
  expect([isTaken(choices, one), isTaken(choices, other)]).toEqual([false, true]);
  expect(appliedInput(choices, 1).take).toEqual([2]);
  expect(appliedInput(chosen(choices, one, false), 1).take).toEqual([2]);
  expect(appliedInput(chosen(choices, other, false), 1).take).toEqual([]);
});

test('whatever is chosen one by one or all at once, the engine is told the same, and the count is right', () => {
  const findings = Array.from({ length: 12 }, (_, id) => finding(id, wholeKinds[id % 3] ?? 'conflict'));
  const step = fc.oneof(
    fc.record({ id: fc.nat(11), take: fc.boolean() }),
    fc.record({ kind: fc.constantFrom(...wholeKinds), all: fc.boolean() }),
  );
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const wanted = new Set<number>();
      let choices = keepAll;
      for (const one of steps) {
        const about =
          'id' in one
            ? findings.filter(({ id }) => id === one.id)
            : findings.filter(({ kind }) => kind === one.kind);
        const take = 'id' in one ? one.take : one.all;
        for (const { id } of about) take ? wanted.add(id) : wanted.delete(id);
        choices =
          'id' in one
            ? about.reduce((all, each) => chosen(all, each, take), choices)
            : chosenAll(choices, one.kind, one.all);
      }
      const { kinds, take, leave } = appliedInput(choices, 1);
      const told = findings.filter(
        ({ id, kind }) => take.includes(id) || (kinds.some((one) => one === kind) && !leave.includes(id)),
      );
      expect(told.map(({ id }) => id)).toEqual([...wanted].toSorted((a, b) => a - b));
      expect(decisionCount(choices, countsOf(findings))).toBe(wanted.size);
      expect(findings.filter((one) => isTaken(choices, one)).map(({ id }) => id)).toEqual(
        told.map(({ id }) => id),
      );
    }),
  );
});
