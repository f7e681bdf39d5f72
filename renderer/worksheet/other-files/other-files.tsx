import type { Overview } from '#shared/contract.ts';
import { openPane } from '../../commands/panes.ts';
import { Button } from '../../components/button.tsx';
import { useSummary } from '../../door/queries.ts';
import { formatCounted } from '../../format/numbers.ts';
import { SaveFilesPanel } from '../../sources/save-files-panel.tsx';
import { LeftOut } from './left-out.tsx';
import styles from './other-files.module.css';
import { Outcome, Output } from './output.tsx';
import { useOtherFiles } from './use-other-files.ts';

/** What a project gives out beside its worksheet: each file with what it is for, what it holds, and a button. */
export function OtherFiles({ overview }: { readonly overview: Overview }) {
  const { signOff, links, proposals, saveSignOff, saveLinks, saveProposals } = useOtherFiles(
    overview.project?.name ?? 'Counterpart',
  );
  const summary = useSummary().data;
  const busy = overview.running !== null;
  const toWrite = overview.review?.toWrite ?? 0;
  const written = overview.review?.states.written ?? 0;
  const customers = overview.datasets.quickbooks?.count ?? 0;
  const accounts = overview.datasets.salesforce?.count ?? 0;
  return (
    <section aria-labelledby="other-files">
      <h2 id="other-files">Other files</h2>
      <ul className={styles.outputs}>
        <Output
          title="Sign-off pack"
          purpose="An Excel workbook to hand to a client: what was decided for every record, by whom and why, and what came of it."
          holds={formatCounted(accounts, 'account')}
          buttons={
            <Button disabled={busy} onClick={saveSignOff}>
              {signOff.pending ? 'Saving…' : 'Save sign-off pack'}
            </Button>
          }
        >
          <Outcome error={signOff.error} path={signOff.output?.path} what="sign-off pack">
            {signOff.output === undefined ? null : (
              <p>
                Saved {formatCounted(signOff.output.pairs, 'pair')},{' '}
                {formatCounted(signOff.output.accountsWithoutMatch, 'account')} and{' '}
                {formatCounted(signOff.output.customersWithoutMatch, 'customer')} without a match.
              </p>
            )}
          </Outcome>
        </Output>
        <Output
          title="Summary to print"
          purpose="Counts, money, error rate and runs on a page or two, on paper or as a PDF."
          holds={summary === undefined ? '' : formatCounted(summary.runs.length, 'run')}
          buttons={<Button onClick={() => openPane('summary')}>Open summary…</Button>}
        />
        <Output
          title="Links for Data Loader"
          purpose="The confirmed links as a CSV file (Id, qime__QB_ID__c), for organisations that load data with Salesforce’s own tool. The rules are those of a write; the records are not read again, so load it soon."
          holds={`${formatCounted(toWrite, 'link')} to load, ${formatCounted(written, 'link')} written`}
          buttons={
            <>
              <Button disabled={busy || toWrite === 0} onClick={() => saveLinks('to-write')}>
                Save links to load
              </Button>
              <Button disabled={busy || written === 0} onClick={() => saveLinks('written')}>
                Save links written
              </Button>
            </>
          }
        >
          <Outcome error={links.error} path={links.output?.path} what="links">
            {links.output === undefined ? null : (
              <p>
                Saved {formatCounted(links.output.rows, 'link')}
                {links.output.what === 'written' ? ' that were written' : ' to load'}.
              </p>
            )}
          </Outcome>
          {links.output === undefined || links.error !== null ? null : <LeftOut {...links.output} />}
        </Output>
        <Output
          title="All proposals"
          purpose="Every proposed pair and its alternatives with score and reason, as a CSV file for other programs."
          holds={summary === undefined ? '' : formatCounted(summary.proposals, 'row')}
          buttons={
            <Button disabled={busy} onClick={saveProposals}>
              {proposals.pending ? 'Saving…' : 'Save proposals'}
            </Button>
          }
        >
          <Outcome error={proposals.error} path={proposals.output?.path} what="proposals">
            {proposals.output === undefined ? null : (
              <p>Saved {formatCounted(proposals.output.rows, 'row')}.</p>
            )}
          </Outcome>
        </Output>
        <li className={styles.output}>
          <div className={styles.whole}>
            <h3>Both sides as exported</h3>
            <p className={styles.holds}>
              {formatCounted(accounts, 'account')} and {formatCounted(customers, 'customer')}
            </p>
            <SaveFilesPanel overview={overview} disabled={busy} />
          </div>
        </li>
      </ul>
    </section>
  );
}
