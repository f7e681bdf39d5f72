import assert from 'node:assert/strict';
import { assertHoldsWhatIsThere, projectState } from './project-state.ts';
import type { Scenario } from './scenario.ts';
import type { CompanySize } from './small-company.ts';
import { counting, sentence, type World } from './world.ts';

/** An export of a project that has an older one. */
interface ExportFault {
  readonly fault: string;
  readonly outcome: string;
  /** Lets the fault happen in the export that follows. */
  arm(world: World): Promise<void>;
  /** What is to be so afterwards besides; gives words to add to the outcome, or ''. */
  readonly after?: (world: World) => Promise<string>;
  /** The same of the export that is made again once the fault is over. */
  readonly repeated?: (world: World) => Promise<string>;
  /** The sign-in is lost: a new one is needed before it can go on. */
  readonly needsSignIn?: boolean;
  /** `long` where it needs more than one of QuickBooks' pages. */
  readonly size?: CompanySize;
  /** The list of names that QuickBooks does not let this user read. */
  readonly refused?: 'Vendor' | 'Employee';
}

export const complete = 'Completes: both sides as they stand now.';
const kept = 'The project keeps what it had.';
const again = 'Exported again, it is complete.';
const againSignedIn = 'Signed in and exported again, it is complete.';

/** What only a query has in its address that goes on after an id. */
export const afterAnId = 'Id%20%3E%20';

/** What the calls for the pages of a QuickBooks list have in their address, and no others. */
export const pagesOf = (list: 'customer' | 'vendor') =>
  `from%20${list}%20where%20Active%20IN%20(true,false)%20orderby%20Id%20asc`;

/** The outcome of an export that stops with this sentence. */
export function stops(message: string, needsSignIn = false): string {
  return `Stops: “${message}” ${kept} ${needsSignIn ? againSignedIn : again}`;
}

/**
 * Changes something on both sides of an exported project, lets the fault happen and exports again. Either the project then holds what
 * the services hold, or it holds what it held, and can be exported once the fault is over.
 */
export function exportUnder({
  fault,
  outcome,
  arm,
  after,
  repeated,
  needsSignIn = false,
  size = 'few',
  refused,
}: ExportFault): Scenario {
  return {
    fault,
    during: 'Export',
    outcome,
    size,
    async run(world) {
      const former = projectState(world);
      await changeSomething(world);
      await arm(world);
      const result = await world.attempt('sources.export', {});
      await world.assertStruck();
      const more = (await after?.(world)) ?? '';
      if (result.ok) {
        await assertHoldsWhatIsThere(world, refused);
        return `${complete}${more === '' ? '' : ` ${more}`}`;
      }
      assert.deepEqual(projectState(world), former);
      await world.disarm();
      if (needsSignIn) {
        world.practice.reset();
        await world.signInAgain();
      }
      await world.arm('salesforce', counting(afterAnId));
      await world.arm('quickbooks', counting(pagesOf('customer')));
      await world.call('sources.export', {});
      await assertHoldsWhatIsThere(world);
      const words = [stops(sentence(result.error), needsSignIn), more, (await repeated?.(world)) ?? ''];
      return words.filter((one) => one !== '').join(' ');
    },
  };
}

async function changeSomething(world: World): Promise<void> {
  const [account] = await world.recordsOf('salesforce', 'Account');
  const [customer] = await world.recordsOf('quickbooks', 'Customer');
  await world.control('salesforce', `records/${account?.Id}`, { changes: { Name: 'Renamed since' } });
  await world.control('quickbooks', `records/${customer?.Id}`, { changes: { Notes: 'Changed since' } });
}
