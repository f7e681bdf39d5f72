import type { SecretStore } from '#app/sign-in/index.ts';
import { Keeping } from '#shared/sign-in.ts';

/** What only the main process can do for the engine: keep secrets, open the person's browser. */
export type Question =
  | { readonly ask: 'keeping' }
  | { readonly ask: 'get'; readonly name: string }
  | { readonly ask: 'set'; readonly name: string; readonly value: string }
  | { readonly ask: 'delete'; readonly name: string }
  | { readonly ask: 'open'; readonly address: string };

/** What came of a question. Why it failed stays in the main process: it might quote a secret. */
export type Told = { readonly ok: true; readonly value: string | null } | { readonly ok: false };

/** Answers the engine's questions, in the main process. Never throws. */
export function hostAnswers(
  secrets: SecretStore,
  openAddress: (address: string) => Promise<void>,
): (question: Question) => Promise<Told> {
  async function done(question: Question): Promise<string | null> {
    switch (question.ask) {
      case 'keeping':
        return await secrets.keeping();
      case 'get':
        return await secrets.get(question.name);
      case 'set':
        await secrets.set(question.name, question.value);
        return null;
      case 'delete':
        await secrets.delete(question.name);
        return null;
      case 'open':
        await openAddress(question.address);
        return null;
    }
  }
  return async (question) => {
    try {
      return { ok: true, value: await done(question) };
    } catch {
      return { ok: false };
    }
  };
}

/** The engine's side: its questions go out by `send`, and `told` brings the answers in. */
export class HostQuestions {
  readonly #send: (id: number, question: Question) => void;
  readonly #open = new Map<number, PromiseWithResolvers<string | null>>();
  #nextId = 1;

  constructor(send: (id: number, question: Question) => void) {
    this.#send = send;
  }

  /** The answer to a question has come. */
  told(id: number, told: Told): void {
    const asked = this.#open.get(id);
    this.#open.delete(id);
    if (told.ok) asked?.resolve(told.value);
    else asked?.reject(new Error('the main process could not do it'));
  }

  /** The secret store of the main process. */
  get secrets(): SecretStore {
    return {
      keeping: async () => Keeping.parse(await this.#ask({ ask: 'keeping' })),
      get: (name) => this.#ask({ ask: 'get', name }),
      set: async (name, value) => {
        await this.#ask({ ask: 'set', name, value });
      },
      delete: async (name) => {
        await this.#ask({ ask: 'delete', name });
      },
    };
  }

  async openAddress(address: string): Promise<void> {
    await this.#ask({ ask: 'open', address });
  }

  #ask(question: Question): Promise<string | null> {
    const id = this.#nextId++;
    const asked = Promise.withResolvers<string | null>();
    this.#open.set(id, asked);
    this.#send(id, question);
    return asked.promise;
  }
}
