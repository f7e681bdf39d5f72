import { buildStale } from '../../main/build.ts';

/** Builds what the end-to-end tests run, where it is not of the present source. Called by Playwright before all tests. */
export default buildStale;
