import { describe, expect, test } from 'vitest';
import type { OtherNames } from '#shared/other-names.ts';
import { anOrganisation, aProject, aTime } from '../../support/projects.ts';
import { aCustomer } from '../../support/records.ts';

const common = { origin: anOrganisation, exportedAt: aTime, problems: [] };
const none = { ...common, records: [] };
const names: OtherNames = {
  vendor: [
    { id: '9', displayName: 'Nine', active: true },
    { id: '10', displayName: ' nine ', active: false },
  ],
  employee: [],
};

describe('the names of vendors and employees', () => {
  test('of a project before its first export, and from files, were not read', () => {
    const project = aProject({});
    expect([project.otherNames.of('vendor'), project.otherNames.of('employee')]).toEqual([null, null]);
    expect(project.otherNames.counts()).toEqual({ vendor: null, employee: null });
  });

  test('are kept as they were read; none is not the same as not read', () => {
    const project = aProject({});
    project.records.replace(none, none, names);
    expect(project.otherNames.of('vendor')).toEqual(names.vendor);
    expect(project.otherNames.of('employee')).toEqual([]);
    expect(project.otherNames.counts()).toEqual({ vendor: 2, employee: 0 });
  });

  test('are replaced by the next export, also by not having been read', () => {
    const project = aProject({});
    project.records.replace(none, none, names);
    project.records.replace(none, none, {
      vendor: null,
      employee: [{ id: '9', displayName: 'E', active: true }],
    });
    expect(project.otherNames.counts()).toEqual({ vendor: null, employee: 1 });
    project.records.replace(none, none);
    expect(project.otherNames.counts()).toEqual({ vendor: null, employee: null });
  });

  test('stay with the records when an export breaks off before its end, or fails at it', () => {
    const project = aProject({ customers: [aCustomer(1)] });
    project.records.replace(none, none, names);
    const broken = project.records.replacing(
      none,
      { ...common, records: [aCustomer(2)] },
      { vendor: [], employee: [] },
    );
    broken.next();
    broken.return();
    expect(project.otherNames.counts()).toEqual({ vendor: 2, employee: 0 });
    const twice = { id: '1', displayName: 'Twice', active: true };
    expect(() =>
      project.records.replace(
        none,
        { ...common, records: [aCustomer(3)] },
        { vendor: [twice, twice], employee: null },
      ),
    ).toThrow(/UNIQUE/);
    expect(project.otherNames.counts()).toEqual({ vendor: 2, employee: 0 });
    expect(project.records.customers()).toEqual([]);
  });
});
