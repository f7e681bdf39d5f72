import { setImmediate, setTimeout } from 'node:timers/promises';
import type { AccountCreation } from '#app/project/index.ts';
import { customersToCreate, isToCreate, type Ledger, LikelyAccounts } from '#app/review/index.ts';
import type { NewAccountForm, SalesforceClient } from '#app/sources/index.ts';
import {
  type AccountCreations,
  accountCreationsOf,
  fingerprintOfAccounts,
  isKnownSource,
  readyAccountsOf,
  runAccountCreates,
  usualAccountSourceOf,
} from '#app/write/index.ts';
import { type CreationEntry, createAnyway, type TargetField } from '#shared/creating.ts';
import { sourceFields } from '#shared/creation-template.ts';
import { AppError } from '#shared/errors.ts';
import { CustomerId } from '#shared/ids.ts';
import { inSteps } from '#shared/steps.ts';
import type { OpenProject, Session } from '../session.ts';
import type { Direction } from './direction.ts';
import { exported } from './exported.ts';

/** So long the fields of Account are taken to be as they were read (milliseconds): a person edits one after another. */
const formLasts = 120_000;

/** Accounts from customers. */
export function inSalesforce(session: Session): Direction {
  const creations = () => session.open.project.accountCreations;
  const likely = new WeakMap<Ledger, Promise<LikelyAccounts>>();
  let known: {
    readonly client: SalesforceClient;
    readonly form: NewAccountForm;
    readonly at: number;
  } | null = null;

  /** Looks the fields up again where that was long ago, or at another organisation. */
  async function formNow(signal: AbortSignal): Promise<NewAccountForm> {
    const client = session.connections.salesforce;
    if (known?.client === client && Math.abs(Date.now() - known.at) < formLasts) return known.form;
    const form = await client.newAccountForm(signal);
    known = { client, form, at: Date.now() };
    return form;
  }

  /** Accounts that may be these customers' already; null before the first match. */
  async function likelyAccounts({ review }: OpenProject): Promise<LikelyAccounts | null> {
    const { ledger, compare } = review;
    if (compare === null) return null;
    const reading = likely.get(ledger) ?? inSteps(LikelyAccounts.reading(ledger), setImmediate);
    likely.set(ledger, reading);
    const found = await reading;
    const customers = customersToCreate(ledger).map(({ customer }) => customer);
    await inSteps(found.finding(customers, compare), setImmediate);
    return found;
  }

  return {
    async prepare(signal) {
      const { open } = session;
      const [salesforce, quickbooks] = [exported(open, 'salesforce'), exported(open, 'quickbooks')];
      const [form, found] = await Promise.all([formNow(signal), likelyAccounts(open)]);
      // What it is made from is read in one go, so that all of it is of one moment.
      const making = accountCreationsOf({
        customers: customersToCreate(open.review.ledger),
        form,
        template: creations().template(),
        edits: creations().edits(),
        duplicatesOf: (customer) => found?.of(customer) ?? null,
        latest: creations().latest(),
        exportedAt: salesforce.exportedAt,
      });
      const prepared = await inSteps(making, setImmediate);
      const { organisationId, organisationName, environment } = salesforce.origin;
      const organisations = [organisationId, quickbooks.origin.organisationId];
      const ready = readyAccountsOf(prepared);
      return {
        plan: {
          in: 'salesforce',
          fingerprint: await inSteps(fingerprintOfAccounts(prepared, organisations), setImmediate),
          organisationName,
          environment,
          targets: targetsOf(open, form),
          sources: [...sourceFields.quickbooks],
          notes: notesOn(form),
          records: shownOf(prepared),
          blocked: [...prepared.blocked],
          warnings: [...new Set(ready.flatMap(({ warnings }) => warnings))].sort(),
        },
        ready: ready.length,
        beginning: () =>
          creations().beginning(ready, salesforce.origin, session.options.author, session.now()),
      };
    },
    edit(sourceId, field, value) {
      const id = CustomerId.parse(sourceId);
      if (!session.open.review.ledger.customers.has(id)) {
        throw new AppError('decision-unknown-record', { side: 'customer', id });
      }
      if (field !== createAnyway) refuseUnknown(field, known?.form ?? null);
      creations().edit(id, field, value);
    },
    setTemplate(field, source) {
      refuseUnknown(field, known?.form ?? null);
      if (source !== null && !isKnownSource(source, 'quickbooks')) {
        throw new AppError('input-invalid', { detail: 'a customer has no such field' });
      }
      creations().setTemplate(field, source);
    },
    isRun: (run) => creations().isRun(run),
    unfinished: () => creations().unfinished(),
    entries: (run) => creations().entries(run).map(entryOf),
    carryOn(run, hooks) {
      const { project, review } = session.writable;
      return runAccountCreates(
        run,
        {
          salesforce: session.connections.salesforce,
          quickbooks: session.connections.quickbooks,
          creations: creations(),
          now: session.now,
          isInForce: (customer, decisionSeq) => isToCreate(review.ledger, customer, decisionSeq),
          onCreated: (accounts) => project.records.addAccounts(accounts),
          pause: async (milliseconds, signal) => {
            await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
          },
        },
        hooks,
      );
    },
  };
}

/** Errors: `input-invalid`. A field is not known before a plan was made. */
function refuseUnknown(field: string, form: NewAccountForm | null): void {
  if (form?.fields.some(({ name }) => name === field) === true) return;
  throw new AppError('input-invalid', { detail: `a new account has no field ${field}` });
}

function targetsOf({ project }: OpenProject, form: NewAccountForm): TargetField[] {
  const template = project.accountCreations.template();
  return form.fields.map((field) => {
    const usual = usualAccountSourceOf(field);
    return {
      name: field.name,
      label: field.label,
      multiline: field.kind === 'lines',
      required: field.required,
      options: optionsOf(field),
      source: template.get(field.name) ?? usual,
      usual,
    };
  });
}

function optionsOf({ kind, options }: NewAccountForm['fields'][number]): TargetField['options'] {
  if (kind === 'yes-no') {
    return [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ];
  }
  return kind === 'choice' ? [...options] : null;
}

function notesOn({ absent }: NewAccountForm): string[] {
  if (absent.length === 0) return [];
  return [
    `New accounts get no ${absent.join(', ')}: your organisation does not have these fields, or your Salesforce user may not fill them.`,
  ];
}

function shownOf({ accounts }: AccountCreations) {
  return accounts.map(
    ({ customerId, customerName, decisionSeq, customerSyncToken, overrulesDuplicates, ...shown }) => shown,
  );
}

function entryOf(creation: AccountCreation): CreationEntry {
  const { customerId, customerName, accountId, fields } = creation;
  const { state, customerSyncToken, message, serviceMessage, at } = creation;
  return {
    sourceId: customerId,
    sourceName: customerName,
    name: fields.Name ?? '',
    targetId: accountId,
    fields,
    state,
    syncToken: customerSyncToken,
    message,
    serviceMessage,
    at,
  };
}
