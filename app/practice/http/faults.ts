import { Random } from '../company/random.ts';
import type { FaultRule } from './fault-rule.ts';

/** What a fault may meet: a request, one record of a write, the state of a bulk job asked for, a job carried out. */
export type Occasion = 'request' | 'record' | 'job-state' | 'job';

/** What is known of an occasion. `path` is as sent, with its query; `body` and `record` where there are any. */
export interface Happening {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
  readonly record?: string | null;
}

interface ArmedFault {
  readonly rule: FaultRule;
  readonly random: Random;
  matched: number;
  met: number;
}

type RuleOf<O extends Occasion> = O extends 'record'
  ? Extract<FaultRule, { fault: 'record-error' }>
  : O extends 'job-state'
    ? Extract<FaultRule, { fault: 'job-stuck' }>
    : O extends 'job'
      ? Extract<FaultRule, { fault: 'job-failed' }>
      : Exclude<FaultRule, { fault: 'record-error' | 'job-stuck' | 'job-failed' }>;

/** The faults that are armed on one service. */
export class Faults {
  #armed: ArmedFault[] = [];

  /** Arms these rules in place of all former ones. */
  arm(rules: readonly FaultRule[]): void {
    this.#armed = rules.map((rule) => ({ rule, random: new Random(rule.seed), matched: 0, met: 0 }));
  }

  /** The armed rules, each with the number of occasions that it has matched. */
  armed(): { rule: FaultRule; matched: number }[] {
    return this.#armed.map(({ rule, matched }) => ({ rule, matched }));
  }

  /** Whether a rule looks for a record in requests, so that their bodies have to be read. */
  get looksIntoBodies(): boolean {
    return this.#armed.some(({ rule }) => occasionOf(rule) === 'request' && rule.match.record !== undefined);
  }

  /** The fault that this occasion meets, if any; counts it. */
  next<O extends Occasion>(occasion: O, happening: Happening): RuleOf<O> | null {
    let met: FaultRule | null = null;
    for (const armed of this.#armed) {
      const { rule } = armed;
      if (occasionOf(rule) !== occasion || !matches(rule, happening)) continue;
      armed.matched += 1;
      if (met !== null || armed.matched <= rule.after || armed.met >= rule.times) continue;
      if (rule.probability < 1 && !armed.random.chance(rule.probability)) continue;
      armed.met += 1;
      met = rule;
    }
    return met as RuleOf<O> | null;
  }
}

function occasionOf({ fault }: FaultRule): Occasion {
  if (fault === 'record-error') return 'record';
  if (fault === 'job-stuck') return 'job-state';
  return fault === 'job-failed' ? 'job' : 'request';
}

function matches({ match }: FaultRule, { method, path, body, record }: Happening): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== method) return false;
  if (match.pathIncludes !== undefined && !path.includes(match.pathIncludes)) return false;
  if (match.record === undefined) return true;
  return record === match.record || path.includes(match.record) || (body?.includes(match.record) ?? false);
}
