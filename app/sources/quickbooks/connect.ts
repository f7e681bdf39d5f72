import type { ConnectionEvents } from '../service/events.ts';
import { Kept } from '../service/kept.ts';
import { thriftily } from '../service/thrift.ts';
import type { QuickBooksSettings } from '../settings.ts';
import { readWhole, setActive } from './activity.ts';
import type { QuickBooksClient } from './client.ts';
import { createCustomer, customersNamed } from './create.ts';
import { exportCustomers, type PartialExport } from './export.ts';
import { identifyCompany } from './identify.ts';
import { findByDisplayName, readCustomers } from './lookup.ts';
import { preflightQuickBooks } from './preflight.ts';
import { openSession, watched } from './session.ts';

/** Longest time of one call in milliseconds. */
const patience = 60_000;

/**
 * A client of one QuickBooks company. Nothing is sent before the first method is called.
 * `milliseconds` is the longest that one call may take.
 */
export function connectQuickBooks(
  settings: QuickBooksSettings,
  events: ConnectionEvents = {},
  milliseconds: number = patience,
): QuickBooksClient {
  const session = openSession(settings, events, milliseconds);
  const kept = new Kept<PartialExport>();
  return {
    address: session.service.address,
    identify: (signal) => identifyCompany(session, signal),
    preflight: (signal) => preflightQuickBooks(session, signal),
    exportCustomers: (hooks) => thriftily(() => exportCustomers(session, kept, hooks)),
    readCustomers: (ids, signal, onWait) =>
      readCustomers(onWait === undefined ? session : watched(session, onWait), ids, signal),
    findByDisplayName: (names, signal) => findByDisplayName(session, names, signal),
    readWhole: (ids, signal) => readWhole(session, ids, signal),
    setActive: (customer, signal, onWait) => setActive(session, customer, signal, onWait),
    customersNamed: (names, signal) => customersNamed(session, names, signal),
    createCustomer: (fields, requestId, signal, onWait) =>
      createCustomer(session, fields, requestId, signal, onWait),
  };
}
