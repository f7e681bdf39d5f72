export { type Home, homeOf } from './home.ts';
export { type PreferenceStore, preferenceStore } from './preferences.ts';
export { type RecentProjects, recentProjects } from './recent.ts';
export { putSmallFile } from './small-file.ts';
