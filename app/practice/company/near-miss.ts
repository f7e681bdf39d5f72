import { anyPlace, type Business, makeBusiness } from './business.ts';
import type { Random } from './random.ts';
import { landQualifiers, trades } from './words/trades.ts';

/**
 * Another business that is easily taken for this one: of the same name elsewhere, of the same beginning, of the same
 * surname and trade, under the same roof, a sister company with the same domain, a relative at the same address.
 */
export function nearMissOf(random: Random, business: Business): Business {
  const { kind, name, location, domain, industry } = business;
  if (kind === 'person') return relative(random, business);
  const trade = trades.find((candidate) => name.endsWith(candidate.name));
  const stem = trade === undefined ? name : name.slice(0, -trade.name.length).trim();
  const another = random.pick(trades);
  return random.weighted([
    [22, () => makeBusiness(random, { kind, name, industry, place: anyPlace(random) })],
    [
      18,
      () =>
        makeBusiness(random, {
          kind,
          name: `${stem} ${another.name}`,
          industry: another.industry,
          place: location.place,
        }),
    ],
    [16, () => sister(random, business, `${stem} ${another.name}`)],
    [
      14,
      () =>
        makeBusiness(random, {
          kind,
          name: `${otherQualifier(random, name)}`,
          industry,
          place: location.place,
        }),
    ],
    [
      14,
      () =>
        makeBusiness(random, {
          kind,
          name: trade === undefined ? `${name} Partners` : `${stem} & Sons ${trade.name}`,
          industry,
          place: anyPlace(random),
        }),
    ],
    [
      10,
      () =>
        makeBusiness(random, {
          kind: 'company',
          location: { ...location, unit: String(random.int(2, 40) * 10) },
        }),
    ],
    [
      domain === '' ? 0 : 6,
      () =>
        makeBusiness(random, { kind, name: `${stem} Holdings`, industry, domain, place: anyPlace(random) }),
    ],
  ])();
}

function sister(random: Random, { domain, location }: Business, name: string): Business {
  return makeBusiness(random, { kind: 'company', name, location, ...(domain === '' ? {} : { domain }) });
}

/** Somebody of the same family, at the same address more often than not. */
function relative(random: Random, { contacts, location }: Business): Business {
  const { family } = contacts[0].person;
  return random.chance(0.6)
    ? makeBusiness(random, { kind: 'person', family, location })
    : makeBusiness(random, { kind: 'person', family });
}

function otherQualifier(random: Random, name: string): string {
  const [, ...rest] = name.split(' ');
  return [random.pick(landQualifiers), ...rest].join(' ');
}
