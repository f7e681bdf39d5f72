import { isObject, type Json } from '../store/record.ts';

const pieces = 8;

/** The answer with half of its body, as a whole: what a proxy that gave up leaves behind. */
export async function truncated(answer: Response): Promise<Response> {
  const text = await answer.text();
  return new Response(text.slice(0, Math.floor(text.length / 2)), headOf(answer));
}

/** The answer whose body trickles for so many milliseconds. */
export async function trickling(answer: Response, milliseconds: number): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const size = Math.max(1, Math.ceil(bytes.length / pieces));
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, milliseconds / pieces));
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
      if (at >= bytes.length) controller.close();
    },
  });
  return new Response(body, headOf(answer));
}

/** The answer whose connection is cut in the middle of the body. */
export async function cutWithin(answer: Response, cut: () => void): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let sent = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!sent) controller.enqueue(bytes.slice(0, Math.ceil(bytes.length / 2)));
      else {
        await new Promise((resolve) => setTimeout(resolve, 20));
        cut();
        controller.close();
      }
      sent = true;
    },
  });
  return new Response(body, headOf(answer));
}

/** The answer with the keys of its Fault in lower case, as QuickBooks sometimes writes them. */
export async function withLowercaseFault(answer: Response): Promise<Response> {
  const body: Json = JSON.parse(await answer.text());
  const mangled = isObject(body) && body.Fault !== undefined ? lowercase(body) : body;
  return new Response(JSON.stringify(mangled), headOf(answer));
}

function lowercase(value: Json): Json {
  if (Array.isArray(value)) return value.map(lowercase);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.toLowerCase(), lowercase(inner)]),
  );
}

/** Status and headers, without the length that no longer holds. */
function headOf(answer: Response): { status: number; headers: Headers } {
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  return { status: answer.status, headers };
}
