import type { LinkRunLimits } from '#app/write/index.ts';
import type { CompanySize } from './small-company.ts';
import type { World } from './world.ts';

/**
 * One thing that goes wrong, and what comes of it. `run` lets it happen, makes sure that the project file is right
 * afterwards, and gives the outcome as it was seen; `outcome` is what it has to be.
 */
export interface Scenario {
  readonly fault: string;
  readonly during: string;
  readonly outcome: string;
  /** How large a company it needs; `few` where it does not say. */
  readonly size?: CompanySize;
  /** How runs of links are cut in it, where it is not as usual. */
  readonly linkRuns?: Partial<LinkRunLimits>;
  run(world: World): Promise<string>;
}
