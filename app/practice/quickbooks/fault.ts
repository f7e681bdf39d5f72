import { randomBytes } from 'node:crypto';
import { jsonResponse } from '../http/json.ts';
import type { Json, JsonObject } from '../store/record.ts';
import { answerTime } from './time.ts';

export const quickbooksJson = 'application/json;charset=utf-8';

/** What QuickBooks refuses, in its own words: `Fault.Error[]` with message, detail, code and element. */
export class Fault extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly element: string;

  constructor(code: string, message: string, detail: string, element = '', status = 400) {
    super(message);
    this.name = 'Fault';
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.element = element;
  }

  /** The `Fault` of an answer, or of one item of a batch. */
  toJson(): JsonObject {
    const error = { Message: this.message, Detail: this.detail, code: this.code, element: this.element };
    return { Error: [error], type: 'ValidationFault' };
  }
}

export const notFound = () =>
  new Fault(
    '610',
    'Object Not Found',
    "Object Not Found : Something you're trying to use has been made inactive. Check the fields with accounts, customers, items, vendors or employees.",
  );

export const stale = (user: string) =>
  new Fault(
    '5010',
    'Stale Object Error',
    `Stale Object Error : You and ${user} were working on this at the same time. ${user} finished before you did, so your work was not saved.`,
  );

export const duplicateName = () =>
  new Fault(
    '6240',
    'Duplicate Name Exists Error',
    'The name supplied already exists. : Another customer, vendor or employee is already using this name. Please use a different name.',
  );

export const unsupportedProperty = () =>
  new Fault(
    '2010',
    'Request has invalid or unsupported property',
    'Property Name:failed to parse json object; a property specified is unsupported or invalid',
  );

export const required = (parameter: string) =>
  new Fault(
    '2020',
    'Required param missing, need to supply the required value for the API',
    `Required parameter ${parameter} is missing in the request`,
    parameter,
  );

export const businessError = (detail: string) =>
  new Fault(
    '6000',
    'A business validation error has occurred while processing your request',
    `Business Validation Error: ${detail}`,
  );

/** An answer of the API: its time at the end and a transaction id in the header. */
export function answer(body: JsonObject, status = 200): Response {
  return jsonResponse({ ...body, time: answerTime(new Date()) }, quickbooksJson, status, transactionId());
}

export function faultAnswer(fault: Fault): Response {
  return answer({ Fault: fault.toJson() }, fault.status);
}

/** The refusal of a token, which unlike all others is written in lower case. */
export function unauthorized(): Response {
  return gateRefusal(401, 'AuthenticationFailed', '003200', 'Token expired or invalid', 'AUTHENTICATION');
}

/** The refusal of a good token for another company. */
export function forbidden(): Response {
  return gateRefusal(
    403,
    'ApplicationAuthorizationFailed',
    '003100',
    'The application is not authorized for this company',
    'AUTHORIZATION',
  );
}

/** What the service itself would say at this status, for faults that are injected without a body. */
export function usualAnswer(status: number, body: Json | undefined): Response {
  if (typeof body === 'string') {
    return new Response(body, { status, headers: { 'Content-Type': 'text/html', ...transactionId() } });
  }
  if (body !== undefined) return jsonResponse(body, quickbooksJson, status, transactionId());
  if (status === 401) return unauthorized();
  if (status === 403) return forbidden();
  if (status === 429) {
    const detail = 'You have reached the maximum number of requests for this time. Try again later.';
    return gateRefusal(429, 'ThrottleExceeded', '003001', detail, 'THROTTLE');
  }
  return faultAnswer(
    new Fault(
      '10000',
      'An application error has occurred while processing your request',
      'System Failure Error',
      '',
      status,
    ),
  );
}

function gateRefusal(status: number, name: string, code: string, detail: string, type: string): Response {
  const message = `message=${name}; errorCode=${code}; statusCode=${status}`;
  return jsonResponse(
    {
      warnings: null,
      intuitObject: null,
      fault: { error: [{ message, detail, code: String(Number(code)), element: null }], type },
      report: null,
      queryResponse: null,
      batchItemResponse: [],
      attachableResponse: [],
      syncErrorResponse: null,
      requestId: null,
      time: Date.now(),
      status: null,
      cdcresponse: [],
    },
    'application/json',
    status,
    status === 401
      ? { ...transactionId(), 'WWW-Authenticate': 'Bearer realm="Intuit", error="invalid_token"' }
      : transactionId(),
  );
}

function transactionId(): Record<string, string> {
  const seconds = Math.floor(Date.now() / 1_000).toString(16);
  return { intuit_tid: `1-${seconds}-${randomBytes(12).toString('hex')}` };
}
