import { join, resolve } from 'node:path';
import type { Session } from './session.ts';

/** Where a file goes: as asked, or into the projects' folder under the project's name, what it is, and the day. */
export function savePath(session: Session, asked: string | null, what: string, ending: string): string {
  if (asked !== null) return resolve(asked);
  const day = session.now().toISOString().slice(0, 10);
  const name = [session.open.project.name, what, day].filter((part) => part !== '').join(' ');
  return join(session.options.home.projects, `${name}${ending}`);
}
