import { z } from 'zod';

/**
 * Every error a person can meet: what happened and what to do, in one sentence each. `{name}` is filled from the
 * error's data. What is safe is said where it is in doubt.
 */
export const errorSentences = {
  'input-invalid':
    'The request was not understood: {detail}. This is a fault of the program; please report it.',
  internal:
    'Something in the program failed: {detail}. Nothing was written because of it. Try again; if it stays, report it.',
  cancelled: 'Stopped, as you asked. What was finished before is kept.',
  'engine-ended':
    'The part of Counterpart that does the work stopped and was started again. Everything decided is saved; open the project again.',
  'engine-gone':
    'The part of Counterpart that does the work stopped several times and was not started again. Everything decided is saved. Quit Counterpart and start it; if it stays, report it.',
  busy: 'Counterpart is still busy: {operation}. Wait for it to finish or stop it first.',

  'project-none': 'No project is open. Open or create one first.',
  'project-not-found': 'There is no file at {path}. Check the path.',
  'project-exists': 'A file is already at {path}. Choose another name, or open that project.',
  'project-not-a-project': '{path} is not a Counterpart project. Choose a .counterpart file.',
  'project-damaged': '{path} is damaged and was left as it is: {detail}. Open a backup copy of it.',
  'project-newer':
    '{path} was made by a newer version of Counterpart (format {found}, this version reads up to {supported}). Update Counterpart to open it. The file was not changed.',
  'project-read-only':
    '{path} is open in another window, or write-protected, so this window can only read. Make changes in the other window; once that one is closed, this one takes over.',
  'project-protected':
    '{path} or its folder is write-protected, so it can only be read: {detail}. Remove the protection, or copy the file into another folder, and open it again.',
  'project-disk-full':
    'The disk that holds {path} is full, so this was not saved. What was said to be saved before is saved. Make room on the disk, then do it again.',
  'project-moved':
    '{path} was moved, deleted or replaced by another file while it was open, so nothing more is saved in it. What was said to be saved is in the file as it was moved. Close the project, put the file back, and open it again.',
  'project-unreachable':
    '{path} cannot be reached: {detail}. Its disk or network drive may have gone away. What was said to be saved before is saved there; connect it again, then open the project again.',
  'project-held':
    'Another program holds {path} (a backup, or a virus scanner), so this was not saved: {detail}. Wait a moment, then do it again.',
  'project-folder': 'The folder of {path} cannot be written to: {detail}. Choose another folder.',
  'project-other-organisation':
    'This project belongs to {expected}, but the connection is to {found}. Connect to {expected}, or make a new project for {found}.',

  'connection-none': 'There is no connection to {service}. {hint}',
  'connection-incomplete': 'The connection to {service} lacks {missing}. Set it and try again.',
  'sign-in-form': 'The sign-in cannot begin: {detail}.',
  'sign-in-port':
    'Port {port} is used by another program, so the answer of {service} could not arrive. Stop that program, or choose another port and register {redirect} with your app.',
  'sign-in-none': 'No sign-in to {service} is under way. Start it again.',
  'sign-in-denied':
    '{service} says that access was denied, so nothing was connected. If that was not meant, connect again and press Allow.',
  'sign-in-state':
    'The answer that came does not belong to this sign-in, so it was not used. Connect again, and use only the page that is opened then.',
  'sign-in-timeout':
    'The sign-in was not finished within {minutes} minutes, so it was ended. Connect again. If the browser showed an error of {service}, the guide below says what to do.',
  'sign-in-paste':
    'This is not the address that {service} sends you to after the sign-in. Copy the whole address of the last page: it holds code= and state=.',
  'sign-in-late':
    '{service} no longer accepted the answer: it is good for a few minutes and only once. Connect again.',
  'sign-in-client-id':
    '{service} does not know the client id. Copy it again from your app, without spaces; a new app takes up to ten minutes to work.',
  'sign-in-keys':
    'Intuit does not accept this client id with this client secret. Copy both again from your app’s keys, and take the development keys for a sandbox, the production keys for a real company.',
  'sign-in-company': '{service} did not say which company was chosen. Connect again and choose a company.',
  'sign-in-redirect':
    '{service} does not know the address {redirect} for this app. Register exactly this address with your app, then connect again.',
  'sign-in-secret':
    'Your app at Salesforce asks for a secret, which a desktop app cannot keep. In the app’s OAuth settings, turn off both "Require secret" options, then connect again.',
  'sign-in-scope':
    'Your app at Salesforce does not allow what Counterpart needs. Add the OAuth scopes "Manage user data via APIs (api)" and "Perform requests at any time (refresh_token, offline_access)" to it, then connect again.',
  'sign-in-not-installed':
    'This Salesforce organisation does not have your app: "{detail}". Ask your Salesforce administrator to install it (Setup, External Client App Manager; for older apps Connected Apps OAuth Usage), then connect again.',
  'sign-in-not-permitted':
    'Your Salesforce user may not use the app: "{detail}". Ask your Salesforce administrator to give your profile or a permission set access to it in the app’s policies, then connect again.',
  'sign-in-blocked':
    'Your Salesforce administrator has blocked the app: "{detail}". Ask them to unblock it (Setup, Connected Apps OAuth Usage), then connect again.',
  'sign-in-ip':
    'Salesforce does not let you in from this network: "{detail}". Use your company’s network or VPN, or ask your Salesforce administrator to relax the IP restrictions in the app’s policies.',
  'sign-in-inactive':
    'The Salesforce user or organisation is not active: "{detail}". Ask your Salesforce administrator, or sign in as another user.',
  'sign-in-refused': '{service} refused the sign-in: {detail}. The guide below says what to do.',

  'service-unreachable':
    '{service} cannot be reached at {address}: {detail}. Check the network, then try again. Nothing was lost.',
  'service-session':
    '{service} no longer accepts the sign-in. Sign in again (or set a new access token) and repeat the step. Nothing was lost.',
  'service-limit':
    '{service} has used up its calls for now: {detail}. Try again later; the work done so far is kept.',
  'service-used-up':
    '{service} has no calls left for {period}: {detail}. What was done so far is kept. Go on {again}: only what is left is done then, and nothing twice.',
  'service-answer':
    '{service} gave an answer that could not be used: {detail}. Try again; what was sent is checked before anything is sent twice.',
  'service-refused': '{service} refused the request: {detail}.',
  'package-missing':
    'The field {field} is missing from Account in Salesforce, or your user may not see it. Ask your Salesforce administrator to install the managed package (prefix qime__) or to give you access to the field.',
  'package-field-read-only':
    'Your Salesforce user may not edit {field} on Account. Ask your Salesforce administrator for edit access to it.',
  'export-count':
    '{service} says it holds {expected} {what}, but {found} arrived. Records may have changed during the export; export again. The earlier data were kept. {detail}',

  'choice-refused':
    'The choice of accounts cannot be used: {detail} Choose which accounts to export, then export again. The earlier data were kept.',
  'choice-empty':
    'The choice takes no account: {choice}. Choose other accounts, then export again. The earlier data were kept.',

  'file-not-found': 'There is no file at {path}. Check the path.',
  'file-empty': '{path} holds no rows. Export it again and check that it is not empty.',
  'file-type': '{path} is neither .csv nor .xlsx (nor .tsv, .xlsm or .iif). Save it as one of these.',
  'file-format': '{path} cannot be read: {detail}.',
  'file-sheet': '{path} has no sheet “{sheet}”; it has {found}. Choose one of these.',
  'file-heading-row':
    'Row {row} of {path} is blank or not there, so it holds no headings. Choose another row.',
  'file-too-wide':
    '{path} has {columns} columns, but no sheet has more than {limit}. It is probably not an export; delete the columns that are not needed.',
  'file-unreadable': '{path} cannot be read: {detail}. Export it again, or save it as CSV (UTF-8).',
  'file-no-key':
    '{path} has no column that names the {record}: expected {expected}, found {found}. Say which column it is, or export with that column.',
  'file-duplicate-ids':
    '{path} has the same {key} more than once: {ids}. Remove the doubled rows and try again. Nothing was imported.',
  'file-too-long':
    '{path} has a line of more than {limit} characters, which no export has. It is probably not a CSV file.',
  'import-one-side':
    'The project has no {missing} yet, and no file with them was given. Give both files, or export the other side first.',
  'file-rows':
    '{path} has rows that cannot be used: {rows}. Correct them and try again. Nothing was changed.',
  'file-map':
    'The column map {path} cannot be used: {detail}. It is JSON such as {"accounts": {"name": "Firma"}}.',
  'file-map-column':
    '{path} has no column "{column}", which the column map names for {field}. Its columns are {found}.',
  'file-cannot-write':
    '{path} cannot be written: {detail}. If it is open in Excel, close it there, or choose another name.',
  'worksheet-no-marks':
    '{path} has no rows that Counterpart marked, so nothing in it can be told apart. Take a worksheet that was saved here, with its hidden last column.',
  'worksheet-marks-gone':
    '{path} has a column “Decision”, but not the hidden last column “Row mark (keep)” of a worksheet: it was deleted, or only what is seen was copied. Nothing can be read from it. Save a worksheet again, copy the decisions into that, row by row, and read it.',
  'worksheet-other-project': '{path} was made from another project. Open that project and read it there.',
  'worksheet-changed':
    'The project or the choice has changed since this preview. Read the worksheet again and look at the new one; nothing was applied.',
  'upload-failed':
    '{name} could not be handed over: {detail}. Check that it is still there and not open elsewhere, then choose it again.',

  'save-no-data': 'There are no {what} to save. Export or import first.',

  'match-no-data': 'Both sides are needed to match. {missing} have not been exported yet.',
  'pin-value': '"{value}" cannot be pinned: it is no {kind}.',
  'decision-already-linked':
    '{account} is already linked to a customer that exists, so it is not decided here.',
  'decision-customer-taken':
    '{customer} is already {how} {other}. One customer belongs to one account. Undo that first, or choose another customer.',
  'decision-no-customer': 'There is no proposed customer to {kind} for {account}. Choose one by searching.',
  'decision-candidate-gone':
    'The candidates of {account} changed meanwhile, so nothing was decided. Look at them again.',
  'decision-unknown-record':
    'There is no {side} with the id {id} in this project. Export or import again if it is new.',
  'decision-nothing-to-undo': 'There is nothing to undo.',
  'decision-nothing-to-redo': 'There is nothing to redo.',
  'decision-written':
    'The link of {account} was written to Salesforce, so the decision cannot be undone here.',
  'sample-nothing':
    'None of these pairs waits for a decision, so there is nothing to draw a sample from. Choose others.',
  'sample-not-found': 'There is no sample {sample} in this project. Draw a new one.',
  'merge-same': '{path} is the project that is open. Choose the copy of the other reviewer.',
  'merge-other-records':
    '{account} or its customer reads otherwise in the copy, so what was decided there was decided on other data. Export both again, or decide it here.',
  'merge-taken-back':
    'In the copy the decision on {account} was only taken back. Undo or change it here if that is right.',
  'merge-other-organisation':
    'This project belongs to {expected}, the other one to {found}. Only two copies of the work on the same organisations can be put together.',

  'write-nothing': 'There are no confirmed links to write. Confirm pairs in Review first.',
  'write-plan-changed':
    'The links to write have changed since the preview. Look at the new preview, then write.',
  'write-no-ids':
    'These accounts come from a file without Account IDs, so nothing can be written back. Export them from Salesforce, or import a file with the Account ID.',
  'write-acknowledge':
    'The preview has warnings that were not accepted: {warnings}. Accept them, then write.',
  'write-production':
    '{organisation} is a production organisation, and that was not accepted. Look at the preview once more, accept that it is production, then write.',
  'write-unfinished': 'Run {run} was interrupted before it was done. Finish it first; nothing is sent twice.',
  'write-first-batch':
    'The first {count} accounts did not come out as planned, so the rest was not sent: {why} Look at them, then send the rest or leave it out.',
  'write-held': 'Run {run} waits for you: {why}',
  'write-stale':
    'Reading the records again took longer than {seconds} s, so they may have changed meanwhile, and they were not sent. Try again when the services answer faster.',
  'create-needs-export':
    'Records are created from what both services hold. Export both sides first; a project from files cannot do it.',
  'create-not-allowed':
    'Your {service} user may not create accounts. Ask your administrator for the right to create them; nothing was sent.',
  'create-storage-full':
    'Your organisation in Salesforce has no more storage, so nothing more is created. When your administrator has made room, finish run {run}.',
  'create-nothing':
    'There is nothing to create. Mark records as “create new” in Review, and look at those that the preview leaves out: it says what each of them needs.',
  'create-plan-changed':
    'What would be created has changed since the preview. Look at the new preview, then create.',
  'create-acknowledge':
    'The preview has warnings that were not accepted: {warnings}. Accept them, then create.',
  'undo-nothing': 'There is nothing to undo of run {run}: {why}.',
  'undo-plan-changed':
    'What can be undone has changed since the preview. Look at the new preview, then undo. Nothing was changed.',
  'undo-other-organisation':
    'Run {run} wrote to {expected}, but the connection is to {found}. Connect to {expected} to undo it.',
  'run-not-found': 'There is no run {run} in this project.',

  'door-closed':
    'Counterpart stopped before it could answer. Start it again; this page reconnects by itself. What was decided and written before is kept.',
  'port-in-use':
    'Port {port} is already in use by another program. Choose another port, or stop that program.',
  'practice-in-use':
    'The practice company kept in {path} is already running in another window. Use it there, or close that window first.',
  'practice-state':
    'The practice company kept in {path} cannot be used: {detail}. Delete that file to start with a new practice company.',
  usage: '{detail}',
} as const;

export type ErrorCode = keyof typeof errorSentences;

/** Values for the `{name}` places of an error's sentence. Never a secret. */
export type ErrorData = Readonly<Record<string, string | number>>;

/** The sentence a person reads for this error. A place without a value keeps its name, so that it is noticed. */
export function errorMessage(code: ErrorCode, data: ErrorData = {}): string {
  return errorSentences[code]
    .replace(/\{(\w+)\}/g, (place, name: string) => String(data[name] ?? place))
    .trim();
}

/** A fault with its code; `message` is the sentence for the person, `cause` what lies beneath. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly data: ErrorData;

  constructor(code: ErrorCode, data: ErrorData = {}, cause?: unknown) {
    super(errorMessage(code, data), cause === undefined ? {} : { cause });
    this.name = 'AppError';
    this.code = code;
    this.data = data;
  }
}

/** An error as it crosses a door: no stack, no cause. */
export const ErrorReport = z.object({
  code: z.custom<ErrorCode>((code) => typeof code === 'string' && Object.hasOwn(errorSentences, code)),
  message: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ErrorReport = z.infer<typeof ErrorReport>;

/** Turns whatever was thrown into what a door may carry. Unknown faults become `internal` with their message. */
export function reportOf(thrown: unknown): ErrorReport {
  const error =
    thrown instanceof AppError
      ? thrown
      : new AppError(
          'internal',
          { detail: thrown instanceof Error ? thrown.message : String(thrown) },
          thrown,
        );
  return { code: error.code, message: error.message, data: error.data };
}
