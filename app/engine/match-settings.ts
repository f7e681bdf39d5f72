import type { MatchPolicy, MatchSettings, Pin } from '#shared/matching.ts';
import type { Session } from './session.ts';

/** What the next match of the open project is told, and how much of it the last one did not know. */
export async function settingsOf(session: Session): Promise<MatchSettings> {
  const { project, review } = session.open;
  const { teaching, proposals } = project;
  const [policy, pins, told] = [teaching.policy(), teaching.pins(), proposals.record()];
  return {
    policy,
    pins,
    matchedAt: proposals.matchedAt(),
    since: {
      decisions: await review.decisionsSince(told.lastDecision),
      pins: pinsChanged(told.pins, pins),
      policy: differ(told.policy, policy),
    },
    lesson: told.lesson,
  };
}

/** How many identifiers have another pin now, or one where they had none, or none any more. */
function pinsChanged(then: readonly Pin[], now: readonly Pin[]): number {
  const keyed = (pins: readonly Pin[]) => new Map(pins.map((pin) => [`${pin.kind} ${pin.value}`, pin.as]));
  const [before, after] = [keyed(then), keyed(now)];
  const all = new Set([...before.keys(), ...after.keys()]);
  return [...all].filter((key) => before.get(key) !== after.get(key)).length;
}

function differ(one: MatchPolicy, other: MatchPolicy): boolean {
  return one.subCustomers !== other.subCustomers || one.severalAccounts !== other.severalAccounts;
}
