import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { EmptyState } from '../components/page.tsx';
import { CallError, messageOf } from '../door/call-error.ts';
import { goTo } from '../frame/screen-address.ts';

interface PlanErrorProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Why there is no preview. Where nobody has signed in, trying again would not help: it leads to where one signs in. */
export function PlanError({ error, onRetry }: PlanErrorProps) {
  if (!(error instanceof CallError) || error.code !== 'connection-none') {
    return <ErrorNote error={error} onRetry={onRetry} />;
  }
  return (
    <EmptyState
      title="Not connected"
      action={
        <Button look="primary" onClick={() => goTo('sources')}>
          Go to Sources
        </Button>
      }
    >
      {messageOf(error)}
    </EmptyState>
  );
}
