import { ArrowLeft } from 'lucide-react';
import { Button } from '../../components/button.tsx';

/** Leaves the preview; nothing was changed. */
export function BackToRun({ onBack }: { readonly onBack: () => void }) {
  return (
    <Button icon={<ArrowLeft size={16} aria-hidden="true" />} onClick={onBack}>
      Back to the run
    </Button>
  );
}
