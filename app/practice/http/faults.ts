import { Random } from '../company/random.ts';
import { type FaultRule, namedRecord } from './fault-rule.ts';

/** What a fault may meet: a request, one record of a write, the state of a bulk job asked for, a job carried out. */
export type Occasion = 'request' | 'record' | 'job-state' | 'job';

/**
 * What is known of an occasion. `path` is as sent, with its query; `body` and `record` where there are any; `named` is
 * the record that a request names first.
 */
export interface Happening {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
  readonly record?: string | null;
  readonly named?: string | null;
}

interface ArmedFault {
  readonly rule: FaultRule;
  /** Under which it was switched on, where it was by name. */
  readonly name: string | null;
  /** How many more times a record that met it is refused, of those with `tries`. */
  readonly left: Map<string, number>;
  readonly random: Random;
  matched: number;
  /** The occasions that count towards `times`. */
  met: number;
  struck: number;
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
    this.#armed = rules.map((rule) => armedWith(rule, null));
  }

  /** Arms these rules under a name, in place of those that had it. Without rules, that name is switched off. */
  switch(name: string, rules: readonly FaultRule[]): void {
    const others = this.#armed.filter((armed) => armed.name !== name);
    this.#armed = [...others, ...rules.map((rule) => armedWith(rule, name))];
  }

  /** How often what has this name has struck, and whether it is over; null when it is off. Its first rule counts. */
  standing(name: string): { struck: number; over: boolean } | null {
    const armed = this.#armed.find((candidate) => candidate.name === name);
    if (armed === undefined) return null;
    const isHeld = [...armed.left.values()].some((left) => left > 0);
    return { struck: armed.struck, over: armed.met >= armed.rule.times && !isHeld };
  }

  /** The armed rules, each with the number of occasions that it has matched. */
  armed(): { rule: FaultRule; matched: number }[] {
    return this.#armed.map(({ rule, matched }) => ({ rule, matched }));
  }

  /** Whether a rule looks for a record in requests, so that their bodies have to be read. */
  get looksIntoBodies(): boolean {
    return this.#armed.some(
      ({ rule }) =>
        occasionOf(rule) === 'request' && (rule.match.record !== undefined || concernsNamed(rule)),
    );
  }

  /** The fault that this occasion meets, if any; counts it. */
  next<O extends Occasion>(occasion: O, happening: Happening): RuleOf<O> | null {
    let met: FaultRule | null = null;
    for (const armed of this.#armed) {
      const { rule } = armed;
      if (occasionOf(rule) !== occasion || !matches(rule, happening)) continue;
      armed.matched += 1;
      if (met !== null || !strikes(armed, happening)) continue;
      armed.struck += 1;
      met = rule;
    }
    return met as RuleOf<O> | null;
  }
}

function armedWith(rule: FaultRule, name: string | null): ArmedFault {
  const random = new Random(rule.seed);
  return { rule, name, random, left: new Map(), matched: 0, met: 0, struck: 0 };
}

/** Whether a fault whose occasion this is strikes now. */
function strikes(armed: ArmedFault, { record }: Happening): boolean {
  const { rule, left } = armed;
  const more = left.get(record ?? '');
  if (more !== undefined) {
    left.set(record ?? '', Math.max(0, more - 1));
    return more > 0;
  }
  if (armed.matched <= rule.after || armed.met >= rule.times) return false;
  if (rule.probability < 1 && !armed.random.chance(rule.probability)) return false;
  armed.met += 1;
  if (rule.fault === 'record-error' && rule.tries !== undefined && record != null) {
    left.set(record, rule.tries - 1);
  }
  return true;
}

function concernsNamed(rule: FaultRule): boolean {
  return (
    rule.fault === 'meanwhile' && rule.changes.some((change) => 'id' in change && change.id === namedRecord)
  );
}

function occasionOf({ fault }: FaultRule): Occasion {
  if (fault === 'record-error') return 'record';
  if (fault === 'job-stuck') return 'job-state';
  return fault === 'job-failed' ? 'job' : 'request';
}

function matches(rule: FaultRule, { method, path, body, record, named }: Happening): boolean {
  const { match } = rule;
  if (concernsNamed(rule) && named == null) return false;
  if (match.method !== undefined && match.method.toUpperCase() !== method) return false;
  if (match.pathIncludes !== undefined && !path.includes(match.pathIncludes)) return false;
  if (match.record === undefined) return true;
  return record === match.record || path.includes(match.record) || (body?.includes(match.record) ?? false);
}
