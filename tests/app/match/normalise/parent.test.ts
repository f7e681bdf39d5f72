import { expect, test } from 'vitest';
import { splitParents } from '../../../../app/match/normalise/parent.ts';

test.each([
  ['Acme', 'Acme', []],
  ['Acme:Kitchen', 'Kitchen', ['Acme']],
  ['Acme: West : Kitchen', 'Kitchen', ['Acme', 'West']],
  ['Acme:', 'Acme', []],
  [':', ':', []],
  ['', '', []],
])('"%s" is %s under %o', (written, own, parents) => {
  expect(splitParents(written)).toEqual({ own, parents });
});
