import { sampleOf } from '#app/review/index.ts';
import type { BandFacts, SideFacts, SummaryFacts } from '#app/worksheet/index.ts';
import type { DatasetInfo } from '#shared/datasets.ts';
import type { Band } from '#shared/pairs.ts';
import type { Session } from '../session.ts';
import type { SortedAccounts } from './sorted-out.ts';

/** What the first sheet of the worksheet says. */
export function summaryOf(session: Session, sorted: SortedAccounts, limits: readonly string[]): SummaryFacts {
  const { project, review } = session.open;
  return {
    projectName: project.name,
    createdAt: session.now(),
    author: session.options.author,
    matchedAt: project.proposals.matchedAt(),
    salesforce: sideOf(project.records.info('salesforce')),
    quickbooks: sideOf(project.records.info('quickbooks')),
    review: review.summary(),
    bands: bandsOf(sorted),
    samples: project.samples.all().map(sampleOf),
    limits,
  };
}

function sideOf(info: DatasetInfo | null): SideFacts | null {
  if (info === null) return null;
  const { origin, exportedAt: at, count } = info;
  return origin.kind === 'service'
    ? { name: origin.organisationName, environment: origin.environment, at, count }
    : { name: origin.fileName, environment: null, at, count };
}

/** An account counts once, with the pair that its row shows. */
function bandsOf({ matches, conflicts }: SortedAccounts): SummaryFacts['bands'] {
  const rows = new Map([...matches, ...conflicts].map(({ row }) => [row.accountId, row]));
  const factsOf = (wanted: Band): BandFacts => {
    let [pairs, undecided, wrong] = [0, 0, 0];
    for (const { band, score, state } of rows.values()) {
      if (band !== wanted || score === null) continue;
      pairs += 1;
      wrong += 1 - score;
      if (state === 'suggested' || state === 'conflict') undecided += 1;
    }
    return { pairs, undecided, expectedWrong: pairs === 0 ? 0 : wrong / pairs };
  };
  return { certain: factsOf('certain'), likely: factsOf('likely'), possible: factsOf('possible') };
}
