import { z } from 'zod';
import { ServiceOrigin } from './datasets.ts';
import { ErrorReport } from './errors.ts';

/** A port that a person registers with their app; the answer of a sign-in comes back to it on this computer. */
const Port = z.int().min(1024).max(65_535);

/** A text as it may stand in an address: half a character, which no keyboard gives, cannot. */
const addressable = z.string().refine((text) => text.isWellFormed(), 'half a character');

/** The person's External Client App at Salesforce, and where they sign in. Nothing of it is secret. */
export const SalesforceApp = z.object({
  where: z.enum(['production', 'sandbox', 'my-domain', 'practice']),
  /** The My Domain address, used with `my-domain` only. */
  myDomain: addressable.max(300),
  clientId: addressable.trim().max(300),
  port: Port,
});
export type SalesforceApp = z.infer<typeof SalesforceApp>;

/** The person's own app at Intuit, without its secret, and the kind of company. */
export const QuickBooksApp = z.object({
  where: z.enum(['production', 'sandbox', 'practice']),
  clientId: addressable.trim().max(300),
  /**
   * The https page that Intuit sends the person to, which production keys need. Blank with sandbox keys: then Intuit
   * sends them to this computer itself.
   */
  relay: addressable.trim().max(1_000),
  port: Port,
});
export type QuickBooksApp = z.infer<typeof QuickBooksApp>;

/** How a sign-in is kept: by the system's keychain, by a weaker means of the system, or until the program ends. */
export const Keeping = z.enum(['system', 'weak', 'memory']);
export type Keeping = z.infer<typeof Keeping>;

/** A sign-in that is under way, or how the last one failed. */
export const SignInAttempt = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('waiting'),
    /** The page of the service where the person signs in. */
    address: z.string(),
    /** Where the service sends the person afterwards. */
    redirect: z.string(),
    /** Whether the browser was opened; if not, the person follows a link. */
    opened: z.boolean(),
  }),
  z.object({ kind: z.literal('finishing') }),
  z.object({ kind: z.literal('failed'), error: ErrorReport }),
]);
export type SignInAttempt = z.infer<typeof SignInAttempt>;

/**
 * Who a side is signed in to. Times are ISO 8601. After `reconnectBy` the service asks for a new sign-in, whatever is
 * done; null where that is not known before. `due` when that is soon.
 */
export const SignedIn = z.object({
  organisation: ServiceOrigin,
  since: z.string(),
  reconnectBy: z.string().nullable(),
  due: z.boolean(),
});
export type SignedIn = z.infer<typeof SignedIn>;

const standing = { signedIn: SignedIn.nullable(), attempt: SignInAttempt.nullable() };

/** All that the screen shows of signing in to a service: what its form begins with, and how it stands. */
export const SalesforceConnection = z.object({ app: SalesforceApp, ...standing });
export type SalesforceConnection = z.infer<typeof SalesforceConnection>;

/** `secretKept` when the app's secret is kept, so that it need not be given again. */
export const QuickBooksConnection = z.object({ app: QuickBooksApp, secretKept: z.boolean(), ...standing });
export type QuickBooksConnection = z.infer<typeof QuickBooksConnection>;

/** Where the answer of a sign-in comes back to on this computer. */
export function loopbackAddress(port: number): string {
  return `http://localhost:${port}/callback`;
}
