import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { putSmallFile } from '#app/home/index.ts';
import { ServiceOrigin } from '#shared/datasets.ts';

/** A sign-in without its tokens: nothing here is secret. `place` is where the organisation answers. */
export interface Kept<App> {
  readonly app: App;
  readonly place: string;
  readonly organisation: ServiceOrigin;
  readonly since: string;
  /** Paths of the projects that were signed in with it. */
  readonly projects: readonly string[];
}

/** How a project is told from others: by the organisation of its data once there are some, before that by its path. */
export interface ProjectKey {
  readonly path: string;
  readonly organisationId: string | null;
}

/** What is remembered of one service's sign-ins, in one small file of plain settings. */
export interface KeptFile<App> {
  /** The app that was used last; null when none was. */
  app(): App | null;
  rememberApp(app: App): void;
  all(): readonly Kept<App>[];
  /** The sign-in that belongs to a project; null when there is none. */
  find(project: ProjectKey): Kept<App> | null;
  /**
   * Keeps a sign-in in place of an earlier one to the same organisation. It is the only one of its projects. Gives whether it
   * could be written down.
   */
  keep(kept: Kept<App>): boolean;
  /** Whether a sign-in to the organisation at this place is kept. */
  has(place: string): boolean;
  forget(organisationId: string): void;
}

/** The settings in `file`. What cannot be read counts as absent: the person signs in again. */
export function keptFile<App>(file: string, App: z.ZodType<App>): KeptFile<App> {
  const Entry = z.object({
    app: App,
    place: z.string(),
    organisation: ServiceOrigin,
    since: z.string(),
    projects: z.array(z.string()),
  });
  const Stored = z.object({ app: App.nullable(), signIns: z.array(Entry) });
  type Stored = z.infer<typeof Stored>;

  function read(): Stored {
    try {
      return Stored.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return { app: null, signIns: [] };
    }
  }

  const save = (stored: Stored): boolean => putSmallFile(file, JSON.stringify(stored, null, 2));

  return {
    app: () => read().app,
    rememberApp: (app) => void save({ ...read(), app }),
    all: () => read().signIns,
    find({ path, organisationId }) {
      const { signIns } = read();
      return (
        signIns.find(({ organisation, projects }) =>
          organisationId === null ? projects.includes(path) : organisation.organisationId === organisationId,
        ) ?? null
      );
    },
    keep(kept) {
      const stored = read();
      const others = stored.signIns
        .filter(({ organisation }) => organisation.organisationId !== kept.organisation.organisationId)
        .map((entry) => ({
          ...entry,
          projects: entry.projects.filter((path) => !kept.projects.includes(path)),
        }));
      const before = stored.signIns.find(
        ({ organisation }) => organisation.organisationId === kept.organisation.organisationId,
      );
      const projects = [...new Set([...(before?.projects ?? []), ...kept.projects])];
      return save({ ...stored, signIns: [...others, { ...kept, projects }] });
    },
    has: (place) => read().signIns.some((entry) => entry.place === place),
    forget(organisationId) {
      const stored = read();
      const signIns = stored.signIns.filter(
        ({ organisation }) => organisation.organisationId !== organisationId,
      );
      save({ ...stored, signIns });
    },
  };
}
