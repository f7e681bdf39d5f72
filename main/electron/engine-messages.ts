import type { AppEvent } from '#shared/contract.ts';
import type { Result } from '#shared/result.ts';
import type { Question, Told } from './host-questions.ts';

/** From the main process to the engine's process. `end` asks it to close the project and leave. */
export type ToEngine =
  | {
      readonly kind: 'start';
      readonly projects: string;
      readonly state: string;
      readonly author: string;
      readonly version: string;
    }
  | { readonly kind: 'call'; readonly id: number; readonly method: unknown; readonly input: unknown }
  | { readonly kind: 'told'; readonly id: number; readonly told: Told }
  | { readonly kind: 'end' };

/** From the engine's process to the main process. */
export type FromEngine =
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'event'; readonly event: AppEvent }
  | { readonly kind: 'question'; readonly id: number; readonly question: Question }
  | { readonly kind: 'ended' };
