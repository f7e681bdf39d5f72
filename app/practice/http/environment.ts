import type { HttpBindings } from '@hono/node-server';

/** What hono's contexts carry here: the connection beneath a request, so that it can be cut. */
export interface PracticeEnvironment {
  Bindings: HttpBindings;
}
