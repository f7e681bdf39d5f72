import type { WritePlan } from '#shared/links.ts';
import { AcceptWarnings } from '../components/accept-warnings.tsx';
import { formatCounted } from '../format/numbers.ts';
import { warningWords } from '../format/words.ts';

interface WarningsProps {
  readonly plan: WritePlan;
  readonly accepted: boolean;
  readonly onAccept: (accepted: boolean) => void;
  readonly disabled: boolean;
}

/** What a person must look at and accept before these links are written, with how many links each is about. */
export function Warnings({ plan, ...acceptance }: WarningsProps) {
  const counted = (warning: WritePlan['warnings'][number]) =>
    formatCounted(plan.links.filter((link) => link.warnings.includes(warning)).length, 'link');
  const warnings = plan.warnings.map((id) => {
    const { short, long } = warningWords[id];
    return { id, short: `${counted(id)}: ${short}.`, long };
  });
  return <AcceptWarnings warnings={warnings} what="links" {...acceptance} />;
}
