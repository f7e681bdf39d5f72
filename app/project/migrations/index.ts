import { initial } from './0001-initial.ts';
import { pins } from './0002-pins.ts';
import { rejectEvidence } from './0003-reject-evidence.ts';
import { revisions } from './0004-revisions.ts';
import { otherNames } from './0005-other-names.ts';
import { drift } from './0006-drift.ts';
import { samples } from './0007-samples.ts';
import { comments } from './0008-comments.ts';
import { customerDecisions } from './0009-customer-decisions.ts';
import { basis } from './0010-basis.ts';
import { unfinishedBatches } from './0011-unfinished-batches.ts';
import { identity } from './0012-identity.ts';
import { undo } from './0013-undo.ts';
import { creations } from './0014-creations.ts';
import { creationsBothWays } from './0015-creations-both-ways.ts';
import { removals } from './0016-removals.ts';
import { linkRuns } from './0017-link-runs.ts';
import { begunRuns } from './0018-begun-runs.ts';

/** Every step from an empty file to the newest format; the format number is the count of steps applied. */
export const migrations: readonly string[] = [
  initial,
  pins,
  rejectEvidence,
  revisions,
  otherNames,
  drift,
  samples,
  comments,
  customerDecisions,
  basis,
  unfinishedBatches,
  identity,
  undo,
  creations,
  creationsBothWays,
  removals,
  linkRuns,
  begunRuns,
];
