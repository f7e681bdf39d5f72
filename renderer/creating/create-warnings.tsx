import type { CreatePlan } from '#shared/creating.ts';
import { AcceptWarnings } from '../components/accept-warnings.tsx';
import { formatCounted } from '../format/numbers.ts';
import { createWarningWords } from './words.ts';

interface CreateWarningsProps {
  readonly plan: CreatePlan;
  readonly accepted: boolean;
  readonly onAccept: (accepted: boolean) => void;
  readonly disabled: boolean;
}

/** What a person must look at and accept before these customers are created, with how many each is about. */
export function CreateWarnings({ plan, ...acceptance }: CreateWarningsProps) {
  const ready = plan.customers.filter(({ clash }) => clash === null);
  const counted = (warning: CreatePlan['warnings'][number]) =>
    formatCounted(ready.filter(({ warnings }) => warnings.includes(warning)).length, 'customer');
  const warnings = plan.warnings.map((id) => {
    const { short, long } = createWarningWords[id];
    return { id, short: `${counted(id)}: ${short}.`, long };
  });
  return <AcceptWarnings warnings={warnings} what="customers" {...acceptance} />;
}
