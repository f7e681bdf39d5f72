import { Command } from 'commander';
import { version } from '../version.ts';
import type { ChoiceOptions } from './commands/choice.ts';
import type { ColumnsOptions } from './commands/columns.ts';
import type { CreateOptions } from './commands/create.ts';
import type { DecideOptions } from './commands/decide.ts';
import type { MatchFiles, ProposeOptions } from './commands/match.ts';
import type { MergeOptions } from './commands/merge.ts';
import type { PracticeOptions } from './commands/practice.ts';
import type { ImportFiles } from './commands/project.ts';
import type { SaveFiles } from './commands/save.ts';
import type { UndoOptions } from './commands/undo.ts';
import type { WorksheetOptions } from './commands/worksheet.ts';
import type { WriteOptions } from './commands/write.ts';
import type { Context } from './context.ts';
import type { Exit } from './exit.ts';
import { endingIn } from './file-ending.ts';

const exitCodes = `
Exit code: 0 done, 1 failed, 2 wrong usage, 3 done in part.
FILE is .csv or .xlsx, told by its ending; .tsv, .xlsm and QuickBooks Desktop's .iif are
read too. PROJECT is a .counterpart file.`;

const chosenAccounts = `
Without one of these it takes the accounts that the last export took, all at first.
Accounts that carry a customer's id already are always exported too.`;

const connections = `
Connections come from the environment:
  SALESFORCE_INSTANCE_URL, SALESFORCE_ACCESS_TOKEN, and optionally
  SALESFORCE_REFRESH_TOKEN, SALESFORCE_CLIENT_ID, SALESFORCE_LOGIN_URL
  QUICKBOOKS_REALM_ID, QUICKBOOKS_ACCESS_TOKEN, and optionally
  QUICKBOOKS_REFRESH_TOKEN, QUICKBOOKS_CLIENT_ID, QUICKBOOKS_CLIENT_SECRET,
  QUICKBOOKS_API_URL (origin only), QUICKBOOKS_TOKEN_URL (whole address)`;

/** What a command runs is loaded when it is given, and nothing else with it. */
const matching = () => import('./commands/match.ts');
const project = () => import('./commands/project.ts');

/** The command line. `ended` is told how the command that was given ended. */
export function commandLine(ended: (code: Exit) => void): Command {
  const program = new Command('counterpart')
    .description(
      'Links Salesforce Accounts to QuickBooks Customers: everything the screen does, for scripts.',
    )
    .version(version)
    .showHelpAfterError('Add --help to see how it is used.')
    .addHelpText('after', exitCodes);

  const command = (usage: string, description: string) =>
    program.command(usage).description(description).option('--json', 'print the result as JSON');
  const run = async (options: { json?: boolean }, work: (context: Context) => Promise<Exit>) => {
    const { withEngine } = await import('./context.ts');
    ended(await withEngine(options.json === true, work));
  };

  command('match', 'two files in, proposals out, no project')
    .requiredOption('--accounts <file>', 'Salesforce Accounts')
    .requiredOption('--customers <file>', 'QuickBooks Customers')
    .option('--contacts <file>', 'contacts with Account ID and Email')
    .option('--map <file>', 'JSON that names the columns of the files')
    .requiredOption('--out <file>', 'where the proposals go (.csv)', endingIn('.csv'))
    .action((options: MatchFiles & { json?: boolean }) =>
      run(options, async (c) => (await matching()).matchFiles(c, options)),
    );

  command('new <project>', 'an empty project file').action((path: string, options: { json?: boolean }) =>
    run(options, async (c) => (await project()).newProject(c, path)),
  );

  command('preflight <project>', 'what both services say before an export')
    .addHelpText('after', connections)
    .action((path: string, options: { json?: boolean }) =>
      run(options, async (c) => (await import('./commands/preflight.ts')).preflight(c, path)),
    );

  command('export <project>', 'both services → the project')
    .option('--record-type <name...>', 'accounts of these record types')
    .option('--owner <name...>', 'accounts of these owners')
    .option('--list-view <name>', 'accounts of this list view')
    .option('--where <clause>', 'accounts under this condition: what follows WHERE in SOQL')
    .option('--all', 'all accounts')
    .addHelpText('after', chosenAccounts)
    .addHelpText('after', connections)
    .action((path: string, options: ChoiceOptions & { json?: boolean }) =>
      run(options, async (c) => (await project()).exportBoth(c, path, options)),
    );

  command('import <project>', 'files → the project')
    .option('--accounts <file>', 'Salesforce Accounts')
    .option('--customers <file>', 'QuickBooks Customers')
    .option('--contacts <file>', 'contacts with Account ID and Email')
    .option('--map <file>', 'JSON that names the columns of the files')
    .action((path: string, options: ImportFiles & { json?: boolean }) =>
      run(options, async (c) => (await project()).importFiles(c, path, options)),
    );

  command('columns', 'what the columns of files are taken for')
    .option('--accounts <file>', 'Salesforce Accounts')
    .option('--customers <file>', 'QuickBooks Customers')
    .option('--contacts <file>', 'contacts with Account ID and Email')
    .option('--map <file>', 'JSON that names the columns of the files')
    .option('--out <file>', 'save what was recognised as JSON for --map')
    .action((options: ColumnsOptions & { json?: boolean }) =>
      run(options, async (c) => (await import('./commands/columns.ts')).columns(c, options)),
    );

  command('save <project>', 'what was exported → files, which import reads again')
    .option('--accounts <file>', 'where the accounts go')
    .option('--customers <file>', 'where the customers go')
    .action((path: string, options: SaveFiles & { json?: boolean }) =>
      run(options, async (c) => (await import('./commands/save.ts')).save(c, path, options)),
    );

  command('propose <project>', 'find matches')
    .option('--out <file>', 'save the proposals too (.csv)', endingIn('.csv'))
    .option('--sub-customers', 'propose sub-customers and jobs too, from now on')
    .option('--no-sub-customers', 'propose no sub-customers and jobs, from now on')
    .option('--several-accounts', 'let one customer have several accounts, from now on')
    .option('--no-several-accounts', 'let one customer have one account only, from now on')
    .action((path: string, options: ProposeOptions & { json?: boolean }) =>
      run(options, async (c) => (await matching()).propose(c, path, options)),
    );

  command('decide <project>', 'bulk decisions, with their count')
    .option('--confirm <band...>', 'confirm every undecided suggestion of: certain, likely, possible')
    .option(
      '--from <file>',
      'CSV with account_id, customer_id, decision (confirm, reject, skip, create-new, ignore)',
    )
    .action((path: string, options: DecideOptions & { json?: boolean }) =>
      run(options, async (c) => (await import('./commands/decide.ts')).decide(c, path, options)),
    );

  command('worksheet <project>', 'the project as an Excel worksheet, and back; and other files')
    .option('--out <file>', 'where the worksheet goes (.xlsx)', endingIn('.xlsx'))
    .option('--in <file>', 'a worksheet that came back (.xlsx or .csv): take its decisions and comments over')
    .option('--take-file', 'with --in: let the file count where the app or the records say otherwise since')
    .option('--dry-run', 'with --in: show what would be taken over, and take nothing')
    .option(
      '--sign-off <file>',
      'the sign-off pack: all that was decided and written, with evidence (.xlsx)',
      endingIn('.xlsx'),
    )
    .option(
      '--data-loader <file>',
      'the confirmed links that are not written, for Data Loader (.csv)',
      endingIn('.csv'),
    )
    .option('--written <file>', 'the links that were written, in the same form (.csv)', endingIn('.csv'))
    .option('--proposals <file>', 'all proposals, as propose --out gives them (.csv)', endingIn('.csv'))
    .action((path: string, { json, ...options }: WorksheetOptions & { json?: boolean }) =>
      run(json === true ? { json } : {}, async (c) =>
        (await import('./commands/worksheet.ts')).worksheet(c, path, options),
      ),
    );

  command('write <project>', 'the confirmed links → Salesforce')
    .option('--dry-run', 'show what would be written, and write nothing')
    .option('--out <file>', 'with --dry-run: save it as a workbook (.xlsx)', endingIn('.xlsx'))
    .option('--retry-failed', 'also try again what failed or was refused')
    .option(
      '--hold-back <warning...>',
      'leave links with these warnings out of the run: replaces-dangling-id, inactive-customer, sub-customer, several-accounts, high-value',
    )
    .option('--high-value <amount>', 'from which open balance on a link is "high-value" (10000)')
    .option('--production', 'accept that the organisation is a production one')
    .option('--send-rest', 'go on with a run whose first links did not come out as planned')
    .option('--leave-out', 'take what a stopped run never sent out of it, and write nothing')
    .addHelpText('after', connections)
    .action((path: string, options: WriteOptions & { json?: boolean }) =>
      run(options, async (c) => (await import('./commands/write.ts')).write(c, path, options)),
    );

  command('create <project>', 'customers or accounts from what is marked "create new" on the other side')
    .requiredOption('--in <service>', 'where: quickbooks or salesforce')
    .option('--dry-run', 'show what would be created, and create nothing')
    .option(
      '--with-emails',
      'give each record the first e-mail address of the other side, too (kept in the project)',
    )
    .option(
      '--fill <field=source...>',
      'fill a field from another one, “text:…”, “blank” or “usual” (kept in the project)',
    )
    .option('--use-offered-names', 'where a display name is taken, take the free one that is offered')
    .option('--create-anyway', 'create accounts that a duplicate rule of Salesforce has refused')
    .addHelpText('after', connections)
    .action((path: string, options: CreateOptions & { json?: boolean }) =>
      run(options, async (c) => (await import('./commands/create.ts')).create(c, path, options)),
    );

  command('undo <project>', 'the accounts that a run changed → what they carried before it')
    .requiredOption('--run <id>', 'the run to undo; status lists the runs')
    .option('--dry-run', 'show what would be restored and what cannot be, and change nothing')
    .option('--keep-created', 'only take the links of created customers away, and keep these active')
    .addHelpText('after', connections)
    .action((path: string, options: UndoOptions & { json?: boolean }) =>
      run(options, async (c) => (await import('./commands/undo.ts')).undo(c, path, options)),
    );

  command('merge <project>', 'take over what another reviewer decided in a copy of the project')
    .requiredOption('--from <project>', 'the copy')
    .option('--take-theirs', 'where both say different things, let the copy count')
    .option('--dry-run', 'show what would be taken over, and take nothing')
    .action((path: string, options: MergeOptions & { json?: boolean }) =>
      run(options, async (c) => (await import('./commands/merge.ts')).merge(c, path, options)),
    );

  command('status <project>', 'what the project holds and how far the work is').action(
    (path: string, options: { json?: boolean }) =>
      run(options, async (c) => (await project()).status(c, path)),
  );

  command(
    'diagnostics [project]',
    'what somebody who helps has to know, with nothing of what the project is about',
  ).action((path: string | undefined, options: { json?: boolean }) =>
    run(options, async (c) => (await import('./commands/diagnostics.ts')).diagnostics(c, path ?? null)),
  );

  command('practice', 'the practice company; prints the settings under which it is reached')
    .option('--port-salesforce <n>', 'port of its Salesforce (0: any free one)', '0')
    .option('--port-quickbooks <n>', 'port of its QuickBooks (0: any free one)', '0')
    .action((options: PracticeOptions & { json?: boolean }) =>
      run(options, async (c) => (await import('./commands/practice.ts')).practice(c, options)),
    );

  return program;
}
