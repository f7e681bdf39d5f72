import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { outliveClosedPipes } from '../../../main/cli/closed-pipe.ts';

const failing = (code: string) => Object.assign(new Error(`write ${code}`), { code });

test('an output whose reader has gone breaks nothing off, any other fault of it is thrown', () => {
  const output = new PassThrough();
  outliveClosedPipes([output]);
  expect(() => output.emit('error', failing('EPIPE'))).not.toThrow();
  expect(() => output.emit('error', failing('ENOSPC'))).toThrow('ENOSPC');
});
