import type { ConnectionEvents } from '../service/events.ts';
import { Kept } from '../service/kept.ts';
import { thriftily } from '../service/thrift.ts';
import { throwUnsent } from '../service/unsent.ts';
import type { SalesforceSettings } from '../settings.ts';
import { accountChoices } from './account-choices.ts';
import { bulkLinks } from './bulk/links.ts';
import { readCarriers, readHolders, readNamesakes } from './carriers.ts';
import { chosenAccounts } from './chosen-accounts.ts';
import type { SalesforceClient } from './client.ts';
import { createAccounts } from './create-accounts.ts';
import { readEntered } from './entered.ts';
import { exportAccounts, type PartialExport } from './export.ts';
import { readFates } from './fates.ts';
import { type AccountFields, describeAccount } from './fields.ts';
import { identifyOrganisation } from './identify.ts';
import { readLinks, writeLinks } from './links.ts';
import { newAccountForm } from './new-account-form.ts';
import { preflightSalesforce } from './preflight.ts';
import { readAccounts } from './read-accounts.ts';
import { openSession } from './session.ts';

/** Longest time of one call in milliseconds. Salesforce itself gives up a query after two minutes. */
const patience = 150_000;

/**
 * A client of one Salesforce organisation. Nothing is sent before the first method is called.
 * `milliseconds` is the longest that one call may take.
 */
export function connectSalesforce(
  settings: SalesforceSettings,
  events: ConnectionEvents = {},
  milliseconds: number = patience,
): SalesforceClient {
  const session = openSession(settings, events, milliseconds);
  const kept = new Kept<PartialExport>();
  let known: AccountFields | null = null;

  /** Looked up once; again only where something was missing, which an administrator may have set right since. */
  async function fieldsOf(signal: AbortSignal): Promise<AccountFields> {
    const fields = known ?? (await describeAccount(session, signal));
    known = fields.readOnly.length === 0 ? fields : null;
    return fields;
  }

  return {
    address: session.service.address,
    identify: (signal) => identifyOrganisation(session, signal),
    preflight: (signal) => preflightSalesforce(session, signal),
    readFates: (ids, hooks) => readFates(session, ids, hooks),
    accountChoices: (signal) => accountChoices(session, signal),
    checkChoice: async (choice, signal) => {
      const found = await chosenAccounts(session, choice, signal);
      if (found.kind === 'refused') return found;
      return { kind: 'counted', chosen: found.chosen, linked: found.linked };
    },
    exportAccounts: (choice, hooks) => thriftily(() => exportAccounts(session, kept, choice, hooks)),
    readLinks: (ids, signal) => readLinks(session, ids, signal),
    readHolders: async (ids, signal) => readHolders(session, await fieldsOf(signal), ids, signal),
    writeLinks: async (links, signal) =>
      writeLinks(session, await fieldsOf(signal).catch(throwUnsent), links, signal),
    readEntered: async (ids, signal) => readEntered(session, await fieldsOf(signal), ids, signal),
    bulk: bulkLinks(session, (signal) => fieldsOf(signal).catch(throwUnsent)),
    newAccountForm: (signal) => newAccountForm(session, signal),
    createAccounts: async (accounts, overruleDuplicates, signal) => {
      const [{ fields }, { numeric }] = await Promise.all([
        newAccountForm(session, signal),
        fieldsOf(signal),
      ]).catch(throwUnsent);
      return createAccounts(session, { fields, numericLinks: numeric }, accounts, overruleDuplicates, signal);
    },
    readCarriers: async (ids, signal) => readCarriers(session, await fieldsOf(signal), ids, signal),
    readNamesakes: (names, signal) => readNamesakes(session, names, signal),
    readAccounts: async (ids, signal) => readAccounts(session, await fieldsOf(signal), ids, signal),
  };
}
