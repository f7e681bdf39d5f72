import type { z } from 'zod';
import type { MethodName, MethodOutput, Methods } from '#shared/contract.ts';

/** The engine's side of one call: checked input in, output or an `AppError` out. */
export type Handler<M extends MethodName> = (
  input: z.output<Methods[M]['input']>,
) => MethodOutput<M> | Promise<MethodOutput<M>>;

/** A handler for each of these calls. */
export type Handlers<M extends MethodName = MethodName> = { readonly [K in M]: Handler<K> };

/** The calls of one room ("review.…"). */
export type Of<Room extends string> = Extract<MethodName, `${Room}.${string}`>;
