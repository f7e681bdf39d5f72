import { type CreatePlan, isReady } from '#shared/creating.ts';
import { AcceptWarnings } from '../components/accept-warnings.tsx';
import { formatCounted } from '../format/numbers.ts';
import { createWarningWords, sideWords } from './words.ts';

interface CreateWarningsProps {
  readonly plan: CreatePlan;
  readonly accepted: boolean;
  readonly onAccept: (accepted: boolean) => void;
  readonly disabled: boolean;
}

/** What a person must look at and accept before these records are created, with how many each is about. */
export function CreateWarnings({ plan, ...acceptance }: CreateWarningsProps) {
  const { noun, nouns } = sideWords[plan.in];
  const ready = plan.records.filter(isReady);
  const counted = (warning: CreatePlan['warnings'][number]) =>
    formatCounted(ready.filter(({ warnings }) => warnings.includes(warning)).length, noun);
  const warnings = plan.warnings.map((id) => {
    const { short, long } = createWarningWords[id];
    return { id, short: `${counted(id)}: ${short}.`, long };
  });
  return <AcceptWarnings warnings={warnings} what={nouns} {...acceptance} />;
}
