import { expect, test } from 'vitest';
import { openProject } from '../../../app/project/index.ts';
import { type Pin, usualPolicy } from '../../../shared/matching.ts';
import { aProject, aTime } from '../../support/projects.ts';

const phone: Pin = { kind: 'phone', value: '4155550134', as: 'shared' };

test('a new project has the usual policy and no pins', () => {
  const { teaching } = aProject({});
  expect(teaching.policy()).toEqual(usualPolicy);
  expect(teaching.pins()).toEqual([]);
});

test('a policy and a pin outlive the closing of the project', () => {
  const project = aProject({});
  project.teaching.choosePolicy({ subCustomers: false, severalAccounts: true });
  project.teaching.pin(phone, 'Jo', aTime);
  project.close();
  const again = openProject(project.path);
  expect(again.teaching.policy()).toEqual({ subCustomers: false, severalAccounts: true });
  expect(again.teaching.pins()).toEqual([phone]);
  again.close();
});

test('a second word on an identifier replaces the first, however each is written', () => {
  const { teaching } = aProject({});
  teaching.pin(phone, 'Jo', aTime);
  teaching.pin({ ...phone, value: '(415) 555-0134 x2', as: 'good' }, 'Jo', aTime);
  expect(teaching.pins()).toEqual([{ ...phone, as: 'good' }]);
  teaching.pin({ ...phone, value: '+1 415.555.0134' }, 'Jo', aTime);
  expect(teaching.pins()).toEqual([{ ...phone, value: '+14155550134' }]);
  expect(teaching.unpin({ kind: 'phone', value: '415-555-0134' })).toBe(true);
  expect(teaching.pins()).toEqual([]);
});

test('taking back one pin leaves the others, and says when there was none', () => {
  const { teaching } = aProject({});
  const email: Pin = { kind: 'email', value: phone.value, as: 'good' };
  teaching.pin(phone, 'Jo', aTime);
  teaching.pin(email, 'Jo', aTime);
  expect(teaching.unpin(phone)).toBe(true);
  expect(teaching.pins()).toEqual([email]);
  expect(teaching.unpin(phone)).toBe(false);
});
