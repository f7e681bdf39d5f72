import { Sparkles } from 'lucide-react';
import { Button } from '../components/button.tsx';
import { useMatchSettings } from '../door/queries.ts';
import { goTo } from '../frame/screens.ts';
import { sinceSentence } from './words.ts';

/** So many decisions teach enough to be worth another match; a pin or another rule always is. */
const worthMatching = 20;

/** Leads to matching again once enough was said since the last match; it takes no room until then. */
export function StaleMatch({ readOnly }: { readonly readOnly: boolean }) {
  const settings = useMatchSettings().data;
  if (settings === undefined || readOnly) return null;
  const { decisions, pins, policy } = settings.since;
  if (decisions < worthMatching && pins === 0 && !policy) return null;
  return (
    <Button
      look="plain"
      icon={<Sparkles size={14} aria-hidden="true" />}
      title={`${sinceSentence(settings)}. Matching again makes use of them; what you decided stays.`}
      onClick={() => goTo('sources')}
    >
      Match again
    </Button>
  );
}
