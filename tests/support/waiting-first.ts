import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Where tests wait for real time to pass more than they work. */
const waiting = /\/tests\/(faults|soak)\//;

/**
 * Runs the tests first that mostly wait: beside the end-to-end tests, which need the processors, that costs nobody anything,
 * while at the end nothing would be left to do meanwhile.
 */
export class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return usual.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

/** The files of one project stay together. */
function placeOf({ project, moduleId }: TestSpecification): number {
  if (project.name !== 'program') return 0;
  return waiting.test(moduleId) ? 1 : 2;
}
