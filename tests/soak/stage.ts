import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from '#app/practice/company/random.ts';
import { type PracticeCompany, startPractice } from '#app/practice/index.ts';
import { companyOf } from './company.ts';
import { lifeHere } from './life.ts';
import type { Exported } from './program.ts';
import { type Ending, tell } from './story.ts';

/** So many different companies there are; each is exported once by each process. */
const companies = 4;
const exported = new Map<number, Promise<Exported>>();
/** In so many of the runs lives of the program are processes of their own, which are killed for real. */
const shareInProcesses = { usual: 0.04, short: 0.02 };
/** How many things a person does in a run: any of these numbers. */
const steps = { usual: [1, 2, 3, 4], short: [1, 1, 1, 2] };

/** Where one run is played after the other. */
export class Stage implements AsyncDisposable {
  readonly #practices = new Map<number, PracticeCompany>();
  readonly #length: keyof typeof steps;

  constructor(length: keyof typeof steps) {
    this.#length = length;
  }

  /** Plays the run of a seed, always the same. */
  async play(seed: number): Promise<Ending> {
    const company = seed % companies;
    const practice = this.#practices.get(company) ?? (await startPractice({ company: companyOf(company) }));
    this.#practices.set(company, practice);
    let project = exported.get(company);
    if (project === undefined) {
      project = exportOf(practice);
      exported.set(company, project);
    }
    const inProcesses = new Random(seed).chance(shareInProcesses[this.#length]);
    return await tell({
      seed,
      practice,
      exported: await project,
      inProcesses,
      steps: steps[this.#length],
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const practice of this.#practices.values()) await practice.close();
  }
}

async function exportOf(practice: PracticeCompany): Promise<Exported> {
  practice.reset();
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-soak-'));
  try {
    const path = join(folder, 'project.counterpart');
    const life = lifeHere(folder, practice.environment);
    for (const came of [await life.call('project.create', { path }), await life.call('sources.export', {})]) {
      if (!came.ok) throw new Error(came.error.message);
    }
    await life.close();
    return new Uint8Array(readFileSync(path));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
