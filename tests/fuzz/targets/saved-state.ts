import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { ProgramLog } from '#app/engine/log/program-log.ts';
import { preferenceStore, recentProjects } from '#app/home/index.ts';
import { keptFile } from '#app/sign-in/kept-file.ts';
import { addressOfRunning } from '#main/browser/running.ts';
import { ServiceOrigin } from '#shared/datasets.ts';
import { LogEntry } from '#shared/diagnostics.ts';
import { SalesforceApp } from '#shared/sign-in.ts';
import { asJson } from '../bytes.ts';
import { requireSame } from '../invariants.ts';
import { someValueOf } from '../some-value.ts';
import type { Target } from '../target.ts';

const at = new Date('2026-02-03T04:05:06.000Z');
const text = fc.oneof(
  fc.constantFrom('/a/b.counterpart', 'theme', '"dark"', '__proto__', '', '\0', '2026-02-03T04:05:06.000Z'),
  fc.string({ maxLength: 10 }),
);
const content = fc.oneof(
  fc.dictionary(text, fc.oneof(text, fc.jsonValue())),
  fc.array(fc.record({ path: text, openedAt: text })),
  fc.record({
    app: someValueOf(SalesforceApp, text),
    signIns: fc.array(
      fc.record({
        app: someValueOf(SalesforceApp, text),
        place: text,
        organisation: someValueOf(ServiceOrigin, text),
        since: text,
        projects: fc.array(text),
      }),
    ),
  }),
  someValueOf(LogEntry, text),
  fc.record({ port: fc.integer({ min: 0, max: 3 }), secret: text }),
);

/**
 * The small files that the program keeps for itself, with whatever in them. Nothing of it stops the program, and what is
 * kept from then on is there when it is read again.
 */
export const savedState: Target = {
  name: 'saved-state',
  form: 'json',
  any: asJson(content),
  words: ['path', 'openedAt', 'app', 'signIns', 'projects', 'port', 'secret', 'at', 'what', '\n'],
  async open(folder) {
    const preferences = join(folder, 'preferences.json');
    const recent = join(folder, 'recent.json');
    const signIns = join(folder, 'sign-ins.json');
    const note = join(folder, 'running.json');
    const log = join(folder, 'log.jsonl');
    return {
      async take(input) {
        for (const path of [preferences, recent, signIns, note, log]) writeFileSync(path, input);
        const store = preferenceStore(preferences);
        const before = store.all();
        store.set('theme', '"dark"');
        requireSame(preferenceStore(preferences).all(), { ...before, theme: '"dark"' }, 'the preferences');

        const projects = recentProjects(recent);
        const known = projects.list().filter(({ path }) => path !== '/x.counterpart');
        projects.remember('/x.counterpart', at);
        requireSame(projects.list().slice(1), known.slice(0, 19), 'the recent projects');

        const kept = keptFile(signIns, SalesforceApp);
        const entries = kept.all();
        kept.forget('00D');
        const left = entries.filter(({ organisation }) => organisation.organisationId !== '00D');
        requireSame(kept.all(), left, 'the sign-ins');

        const lines = new ProgramLog(folder, () => at);
        lines.note({ what: 'started', name: 'engine', outcome: '1' });
        requireSame(
          lines.entries(1).map(({ name }) => name),
          ['engine'],
          'the log',
        );
        // Ports below 4 are nobody's: it must only not be taken for a program that runs.
        requireSame(
          isAway(input) ? null : await addressOfRunning(note),
          null,
          'the note of a running program',
        );
        return Object.keys(before).length + known.length + entries.length > 0 ? 'taken' : 'refused';
      },
      close: async () => undefined,
    };
  },
};

/** Whether it names a port at which something may answer. */
function isAway(input: Uint8Array): boolean {
  return /"port":\s*\d{2,}/.test(Buffer.from(input).toString());
}
