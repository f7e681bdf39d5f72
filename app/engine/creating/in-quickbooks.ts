import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { CreationRecord } from '#app/project/index.ts';
import { accountsToCreate, likelyDuplicates } from '#app/review/index.ts';
import {
  type Creations,
  creationsOf,
  fingerprintOfCreations,
  isKnownSource,
  NameSpace,
  nameTaken,
  readyOf,
  runCreates,
  usualCustomerSourceOf,
} from '#app/write/index.ts';
import {
  type CreationEntry,
  NewCustomerField,
  newCustomerLabels,
  type TargetField,
} from '#shared/creating.ts';
import { sourceFields } from '#shared/creation-template.ts';
import { AppError } from '#shared/errors.ts';
import { AccountId } from '#shared/ids.ts';
import { inSteps } from '#shared/steps.ts';
import { bringUpToDate } from '../link-runs.ts';
import type { OpenProject, Session } from '../session.ts';
import type { Direction } from './direction.ts';
import { exported } from './exported.ts';

/** Customers from accounts. */
export function inQuickBooks(session: Session): Direction {
  const creations = () => session.open.project.creations;
  return {
    async prepare() {
      const { open } = session;
      const [salesforce, quickbooks] = [exported(open, 'salesforce'), exported(open, 'quickbooks')];
      const prepared = await creationsNow(open, quickbooks.exportedAt);
      const { organisationId, organisationName, environment } = quickbooks.origin;
      const organisations = [salesforce.origin.organisationId, organisationId];
      const ready = readyOf(prepared);
      return {
        plan: {
          in: 'quickbooks',
          fingerprint: await inSteps(fingerprintOfCreations(prepared, organisations), setImmediate),
          organisationName,
          environment,
          targets: targetsOf(open),
          sources: [...sourceFields.salesforce],
          notes: [],
          records: prepared.customers.map(
            ({ decisionSeq, accountModstamp, beforeSyncToken, accountId, accountName, ...shown }) => shown,
          ),
          blocked: [...prepared.blocked],
          warnings: [...new Set(ready.flatMap(({ warnings }) => warnings))].sort(),
        },
        ready: ready.length,
        beginning: () =>
          creations().beginning(
            ready.map((customer) => ({ ...customer, requestId: randomUUID() })),
            salesforce.origin,
            session.options.author,
            session.now(),
          ),
      };
    },
    edit(sourceId, field, value) {
      const id = AccountId.parse(sourceId);
      if (!session.open.review.ledger.accounts.has(id)) {
        throw new AppError('decision-unknown-record', { side: 'account', id });
      }
      creations().edit(id, fieldNamed(field), value);
    },
    setTemplate(field, source) {
      if (source !== null && !isKnownSource(source, 'salesforce')) {
        throw new AppError('input-invalid', { detail: 'an account has no such field' });
      }
      creations().setTemplate(fieldNamed(field), source);
    },
    isRun: (run) => creations().isRun(run),
    unfinished: () => creations().unfinished(),
    entries: (run) => creations().entries(run).map(entryOf),
    carryOn(run, hooks) {
      const open = session.writable;
      const { records, journal } = open.project;
      return runCreates(
        run,
        {
          salesforce: session.connections.salesforce,
          quickbooks: session.connections.quickbooks,
          creations: creations(),
          journal,
          now: session.now,
          isInForce: (account, decisionSeq) => open.review.isInForce(account, decisionSeq),
          onCreated: (customer) => records.addCustomer(customer),
          onLinked: (link, current) => bringUpToDate(open, true, link, current),
          ...(session.options.linkRuns === undefined ? {} : { limits: session.options.linkRuns }),
        },
        hooks,
      );
    },
  };
}

/** Works out what would be created, from what the project holds. */
async function creationsNow({ project, review }: OpenProject, exportedAt: string): Promise<Creations> {
  const others = { vendor: project.otherNames.of('vendor'), employee: project.otherNames.of('employee') };
  const names = await inSteps(NameSpace.reading(review.ledger.customers.values(), others), setImmediate);
  const { ledger } = review;
  const { accounts, changedSince } = await inSteps(accountsToCreate(ledger), setImmediate);
  const latest = project.creations.latest();
  for (const { state, serviceCode, fields, at } of latest.values()) {
    // What QuickBooks said since the export: somebody has taken the name meanwhile.
    if (state === 'failed' && serviceCode === nameTaken && at > exportedAt) {
      names.take(fields.displayName, 'somebody in QuickBooks, who was not there at the last export');
    }
  }
  const making = creationsOf({
    accounts,
    edits: project.creations.edits(),
    template: project.creations.template(),
    names,
    namesRead: others.vendor !== null && others.employee !== null,
    duplicatesOf: (account) => likelyDuplicates(ledger, account),
    latest,
  });
  const { customers, blocked } = await inSteps(making, setImmediate);
  return { customers, blocked: [...blocked, ...changedSince] };
}

function targetsOf({ project }: OpenProject): TargetField[] {
  const template = project.creations.template();
  return NewCustomerField.options.map((name) => {
    const usual = usualCustomerSourceOf(name);
    return {
      name,
      label: newCustomerLabels[name],
      multiline: name.endsWith('Street'),
      required: name === 'displayName',
      options: null,
      source: template.get(name) ?? usual,
      usual,
    };
  });
}

/** Errors: `input-invalid`. */
function fieldNamed(field: string): NewCustomerField {
  const named = NewCustomerField.safeParse(field);
  if (!named.success) throw new AppError('input-invalid', { detail: `a customer has no field ${field}` });
  return named.data;
}

function entryOf(creation: CreationRecord): CreationEntry {
  const { accountId, accountName, customerId, fields } = creation;
  const { state, syncToken, message, serviceMessage, at } = creation;
  return {
    sourceId: accountId,
    sourceName: accountName,
    name: fields.displayName,
    targetId: customerId,
    fields,
    state,
    syncToken,
    message,
    serviceMessage,
    at,
  };
}
