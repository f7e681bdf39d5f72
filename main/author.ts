import { userInfo } from 'node:os';

/** The name under which decisions and runs are recorded: `COUNTERPART_AUTHOR`, else the system's user name. */
export function author(): string {
  const given = process.env.COUNTERPART_AUTHOR;
  if (given !== undefined && given !== '') return given;
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}
