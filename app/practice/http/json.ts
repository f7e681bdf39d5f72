import type { Json } from '../store/record.ts';

/** A JSON response with the exact content type that the service sends. */
export function jsonResponse(
  body: Json | object,
  contentType: string,
  status = 200,
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': contentType, ...headers } });
}

/** Parses a request's body as JSON; undefined when it is not JSON. */
export async function readJson(request: Request): Promise<Json | undefined> {
  const text = await request.text();
  try {
    const parsed: Json = JSON.parse(text);
    return parsed;
  } catch {
    return undefined;
  }
}
