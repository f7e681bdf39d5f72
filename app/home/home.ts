import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the program keeps things: projects where the person finds them, its own state out of the way. */
export interface Home {
  readonly projects: string;
  readonly state: string;
}

/**
 * The folders of this person on this system; `COUNTERPART_HOME` puts both under one folder instead.
 * State follows each system's habit: XDG on Linux, Application Support on macOS, AppData on Windows.
 */
export function homeOf(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): Home {
  const own = env.COUNTERPART_HOME;
  if (own !== undefined && own !== '') return { projects: join(own, 'projects'), state: join(own, 'state') };
  const home = homedir();
  return {
    projects: join(home, 'Counterpart'),
    state: join(stateParent(env, platform, home), 'counterpart'),
  };
}

function stateParent(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  if (platform === 'win32') return env.LOCALAPPDATA ?? join(home, 'AppData', 'Local');
  return env.XDG_STATE_HOME ?? join(home, '.local', 'state');
}
