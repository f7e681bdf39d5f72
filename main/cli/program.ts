import { Command } from 'commander';
import { version } from '../version.ts';
import { type DecideOptions, decide } from './commands/decide.ts';
import { type MatchFiles, matchFiles, propose } from './commands/match.ts';
import { type PracticeOptions, practice } from './commands/practice.ts';
import { exportBoth, type ImportFiles, importFiles, newProject, status } from './commands/project.ts';
import { worksheet } from './commands/worksheet.ts';
import { type WriteOptions, write } from './commands/write.ts';
import { type Context, type Exit, withEngine } from './context.ts';

const exitCodes = `
Exit code: 0 done, 1 failed, 2 wrong usage, 3 done in part.
FILE is .csv or .xlsx, told by its ending. PROJECT is a .counterpart file.`;

const connections = `
Connections come from the environment:
  SALESFORCE_INSTANCE_URL, SALESFORCE_ACCESS_TOKEN, and optionally
  SALESFORCE_REFRESH_TOKEN, SALESFORCE_CLIENT_ID, SALESFORCE_LOGIN_URL
  QUICKBOOKS_REALM_ID, QUICKBOOKS_ACCESS_TOKEN, and optionally
  QUICKBOOKS_REFRESH_TOKEN, QUICKBOOKS_CLIENT_ID, QUICKBOOKS_CLIENT_SECRET,
  QUICKBOOKS_API_URL (origin only), QUICKBOOKS_TOKEN_URL (whole address)`;

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
  const run = async (options: { json?: boolean }, work: (context: Context) => Promise<Exit>) =>
    ended(await withEngine(options.json === true, work));

  command('match', 'two files in, proposals out, no project')
    .requiredOption('--accounts <file>', 'Salesforce Accounts')
    .requiredOption('--customers <file>', 'QuickBooks Customers')
    .option('--contacts <file>', 'contacts with Account ID and Email')
    .option('--map <file>', 'JSON that names the columns of the files')
    .requiredOption('--out <file>', 'where the proposals go (.csv)')
    .action((options: MatchFiles & { json?: boolean }) => run(options, (c) => matchFiles(c, options)));

  command('new <project>', 'an empty project file').action((project: string, options: { json?: boolean }) =>
    run(options, (c) => newProject(c, project)),
  );

  command('export <project>', 'both services → the project')
    .addHelpText('after', connections)
    .action((project: string, options: { json?: boolean }) => run(options, (c) => exportBoth(c, project)));

  command('import <project>', 'files → the project')
    .requiredOption('--accounts <file>', 'Salesforce Accounts')
    .requiredOption('--customers <file>', 'QuickBooks Customers')
    .option('--contacts <file>', 'contacts with Account ID and Email')
    .option('--map <file>', 'JSON that names the columns of the files')
    .action((project: string, options: ImportFiles & { json?: boolean }) =>
      run(options, (c) => importFiles(c, project, options)),
    );

  command('propose <project>', 'find matches')
    .option('--out <file>', 'save the proposals too (.csv)')
    .action((project: string, options: { out?: string; json?: boolean }) =>
      run(options, (c) => propose(c, project, options.out)),
    );

  command('decide <project>', 'bulk decisions, with their count')
    .option('--confirm <band...>', 'confirm every undecided suggestion of: certain, likely, possible')
    .option(
      '--from <file>',
      'CSV with account_id, customer_id, decision (confirm, reject, skip, create-new, ignore)',
    )
    .action((project: string, options: DecideOptions & { json?: boolean }) =>
      run(options, (c) => decide(c, project, options)),
    );

  command('worksheet <project>', 'the project as an Excel worksheet')
    .requiredOption('--out <file>', 'where it goes (.xlsx)')
    .action((project: string, options: { out: string; json?: boolean }) =>
      run(options, (c) => worksheet(c, project, options.out)),
    );

  command('write <project>', 'the confirmed links → Salesforce')
    .option('--dry-run', 'show what would be written, and write nothing')
    .option('--retry-failed', 'also try again what failed or was refused')
    .addHelpText('after', connections)
    .action((project: string, options: WriteOptions & { json?: boolean }) =>
      run(options, (c) => write(c, project, options)),
    );

  command('status <project>', 'what the project holds and how far the work is').action(
    (project: string, options: { json?: boolean }) => run(options, (c) => status(c, project)),
  );

  command('practice', 'the practice company; prints the settings under which it is reached')
    .option('--port-salesforce <n>', 'port of its Salesforce (0: any free one)', '0')
    .option('--port-quickbooks <n>', 'port of its QuickBooks (0: any free one)', '0')
    .action((options: PracticeOptions & { json?: boolean }) => run(options, (c) => practice(c, options)));

  return program;
}
