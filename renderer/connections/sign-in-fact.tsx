import type { Side } from '#shared/datasets.ts';
import { useConnections } from '../door/queries.ts';
import { formatMoment } from '../format/times.ts';
import card from '../sources/source-card.module.css';

/** Who a side is signed in to and since when; nothing where the connection came without a sign-in. */
export function SignInFact({ side }: { readonly side: Side }) {
  const settings = useConnections().data;
  const signedIn = settings?.[side].signedIn ?? null;
  if (settings === undefined || signedIn === null) return null;
  const { organisation, since } = signedIn;
  return (
    <div className={card.fact}>
      <dt>Signed in</dt>
      <dd>
        {organisation.organisationName}, {formatMoment(since)}
        {settings.keeping === 'memory' ? ', until Counterpart ends' : ''}
      </dd>
    </div>
  );
}
