import { jsonResponse } from '../http/json.ts';
import type { Json, JsonObject } from '../store/record.ts';

export const salesforceJson = 'application/json;charset=UTF-8';

/** What Salesforce refuses: the status, the error code and its message, and the fields at fault. */
export class SalesforceError extends Error {
  readonly status: number;
  readonly errorCode: string;
  readonly fields: readonly string[] | undefined;
  /** What the answer to a single record says besides; a collection's results do not have it. */
  readonly more: JsonObject;

  constructor(
    status: number,
    errorCode: string,
    message: string,
    fields?: readonly string[],
    more: JsonObject = {},
  ) {
    super(message);
    this.name = 'SalesforceError';
    this.status = status;
    this.errorCode = errorCode;
    this.fields = fields;
    this.more = more;
  }

  /** The body of the answer: an array, as Salesforce sends it. */
  toBody(): Json {
    const { message, errorCode, fields, more } = this;
    return [{ ...more, message, errorCode, ...(fields === undefined ? {} : { fields }) }];
  }

  /** The same error as one record's result in a collection. */
  toRecordError(): JsonObject {
    return { statusCode: this.errorCode, message: this.message, fields: this.fields ?? [] };
  }
}

export const sessionInvalid = () =>
  new SalesforceError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');

export const notFound = () => new SalesforceError(404, 'NOT_FOUND', 'The requested resource does not exist');

export const methodNotAllowed = (method: string, allowed: string) =>
  new SalesforceError(
    405,
    'METHOD_NOT_ALLOWED',
    `HTTP Method '${method}' not allowed. Allowed are ${allowed}`,
  );

export const malformedJson = () =>
  new SalesforceError(400, 'JSON_PARSER_ERROR', 'Unexpected character in the request body, or it is empty');

/** The error as an answer. */
export function errorResponse(error: SalesforceError): Response {
  return jsonResponse(error.toBody(), salesforceJson, error.status);
}

/** What the service itself would say at this status, for faults that are injected without a body. */
export function usualAnswer(status: number, body: Json | undefined): Response {
  if (body !== undefined) {
    return typeof body === 'string'
      ? new Response(body, { status, headers: { 'Content-Type': 'text/html; charset=UTF-8' } })
      : jsonResponse(body, salesforceJson, status);
  }
  if (status === 401) return errorResponse(sessionInvalid());
  if (status === 403) {
    return errorResponse(new SalesforceError(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'));
  }
  if (status === 503) {
    return errorResponse(
      new SalesforceError(503, 'SERVER_UNAVAILABLE', 'The server is busy. Try again later.'),
    );
  }
  return errorResponse(new SalesforceError(status, 'UNKNOWN_EXCEPTION', 'An unexpected error occurred.'));
}
