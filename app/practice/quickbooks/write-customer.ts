import { isObject, type Json, type JsonObject, type StoredRecord, textOf } from '../store/record.ts';
import type { WriteOrigin } from '../store/write-log.ts';
import { nextId } from './counters.ts';
import { completeCustomer, descendants, newCustomer } from './customer.ts';
import { writtenProperties } from './customer-request.ts';
import { businessError, duplicateName, Fault, notFound, required, stale } from './fault.ts';
import { isNameTaken } from './name-space.ts';
import type { QuickbooksService } from './service.ts';
import { otherUser } from './sign-in.ts';
import { quickbooksTime } from './time.ts';

/** The properties that an update never changes, whatever it sends or leaves out. */
const kept = [
  'Id',
  'domain',
  'sparse',
  'MetaData',
  'SyncToken',
  'IsProject',
  'Balance',
  'BalanceWithJobs',
  'CurrencyRef',
];

/**
 * Creates a customer, or updates one when the body carries an `Id`: sparse when it says so, else in full, which
 * clears what is left out. Gives the customer as it is afterwards. Throws {@link Fault}; refusals are logged too.
 */
export function writeCustomer(
  service: QuickbooksService,
  body: JsonObject,
  origin: WriteOrigin,
): StoredRecord {
  const id = textOf(body, 'Id');
  try {
    const fault = service.faults.next('record', { ...origin, record: id === '' ? null : id });
    if (fault !== null) throw new Fault(fault.code, fault.message, fault.message);
    return service.store.transaction(() =>
      id === '' ? create(service, body, origin) : update(service, id, body, origin),
    );
  } catch (error) {
    if (error instanceof Fault) service.log.refused(origin, id === '' ? null : id, error.code);
    throw error;
  }
}

/** Edits a customer as another user would: sparse, with whatever sync token it has. Throws {@link Fault}. */
export function editCustomer(
  service: QuickbooksService,
  before: StoredRecord,
  changes: JsonObject,
  origin: WriteOrigin,
): StoredRecord {
  return service.store.transaction(() =>
    save(service, before, { ...before, ...writtenProperties(changes) }, origin),
  );
}

function create(service: QuickbooksService, body: JsonObject, origin: WriteOrigin): StoredRecord {
  const written = writtenProperties(body);
  const now = quickbooksTime(new Date());
  const id = nextId(service.store, 'names');
  const customer = completeCustomer(service.store, {
    ...newCustomer,
    ...withAddressIds(service, written, {}),
    domain: 'QBO',
    sparse: false,
    Id: id,
    SyncToken: '0',
    MetaData: { CreateTime: now, LastUpdatedTime: now },
  });
  if (isNameTaken(service.store, textOf(customer, 'DisplayName'), '')) throw duplicateName();
  service.store.put('Customer', id, customer);
  service.log.done(origin, id, {}, customer);
  return customer;
}

function update(service: QuickbooksService, id: string, body: JsonObject, origin: WriteOrigin): StoredRecord {
  const written = writtenProperties(body);
  const before = service.store.get('Customer', id);
  if (before === undefined) throw notFound();
  const token = body.SyncToken;
  if (token === undefined || token === null || token === '') throw required('SyncToken');
  if (String(token) !== before.SyncToken) throw stale(otherUser);
  const sparse = body.sparse === true || body.sparse === 'true';
  const basis: Record<string, Json> = sparse ? { ...before } : { ...newCustomer, ...pick(before, kept) };
  return save(service, before, asMadeInactive(before, { ...basis, ...written }), origin);
}

/**
 * A customer that is made inactive loses its name, which others may have then. One that owes something stays: the words of
 * that refusal were not seen.
 */
function asMadeInactive(before: StoredRecord, wanted: JsonObject): JsonObject {
  if (before.Active === false || wanted.Active !== false) return wanted;
  if (Number(before.BalanceWithJobs ?? before.Balance ?? 0) !== 0) {
    throw businessError('You cannot make a customer inactive that has a balance or open transactions.');
  }
  return { ...wanted, DisplayName: `${textOf(before, 'DisplayName')} (deleted)` };
}

function save(
  service: QuickbooksService,
  before: StoredRecord,
  wanted: JsonObject,
  origin: WriteOrigin,
): StoredRecord {
  const id = textOf(before, 'Id');
  const metaData = isObject(before.MetaData) ? before.MetaData : {};
  const after = completeCustomer(service.store, {
    ...withAddressIds(service, wanted, before),
    SyncToken: String(Number(before.SyncToken) + 1),
    MetaData: { ...metaData, LastUpdatedTime: quickbooksTime(new Date()) },
  });
  if (isNameTaken(service.store, textOf(after, 'DisplayName'), id)) throw duplicateName();
  service.store.put('Customer', id, after);
  if (after.FullyQualifiedName !== before.FullyQualifiedName) {
    for (const below of descendants(service.store, id)) {
      const record = service.store.get('Customer', below);
      if (record !== undefined) service.store.put('Customer', below, completeCustomer(service.store, record));
    }
  }
  service.log.done(origin, id, before, after);
  return after;
}

/** Addresses have ids of their own: a changed one keeps its id, a new one gets the next. */
function withAddressIds(service: QuickbooksService, wanted: JsonObject, before: StoredRecord): JsonObject {
  const result: Record<string, Json> = { ...wanted };
  for (const property of ['BillAddr', 'ShipAddr']) {
    const address = wanted[property];
    if (!isObject(address)) continue;
    const former = before[property];
    const id = isObject(former) ? textOf(former, 'Id') : '';
    result[property] = { Id: id === '' ? nextId(service.store, 'addresses') : id, ...address };
  }
  return result;
}

function pick(record: StoredRecord, names: readonly string[]): Record<string, Json> {
  return Object.fromEntries(
    names.flatMap((name) => (record[name] === undefined ? [] : [[name, record[name]]])),
  );
}
