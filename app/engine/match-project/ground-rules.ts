import type { GroundRules } from '#app/match/index.ts';
import type { Project } from '#app/project/index.ts';

/** What a person has said of a project that counts before any pair is looked at. */
export function groundRulesOf({ teaching }: Project): GroundRules {
  return { policy: teaching.policy(), pins: teaching.pins() };
}
