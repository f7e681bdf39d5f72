import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { z } from 'zod';
import { quickbooksClientId, quickbooksClientSecret } from '#app/practice/quickbooks/sign-in.ts';
import { salesforceClientId } from '#app/practice/salesforce/sign-in.ts';
import { type MethodName, methods, SignInRequest } from '#shared/contract.ts';
import { Side } from '#shared/datasets.ts';
import { loopbackAddress } from '#shared/sign-in.ts';
import { decideAt } from '../../support/consent.ts';
import { asJson } from '../bytes.ts';
import { type Call, requireAnswer, stepsIn } from '../calls.ts';
import { confined } from '../confined.ts';
import { requireSame } from '../invariants.ts';
import { someValueOf } from '../some-value.ts';
import { StandingProgram } from '../standing-program.ts';
import { Finding, type Target } from '../target.ts';

const usual: readonly MethodName[] = [
  'connections.settings',
  'connections.cancelSignIn',
  'connections.pasteRedirect',
  'connections.signOut',
  'practice.open',
  'project.create',
  'project.close',
  'app.overview',
];
const names: ReadonlySet<unknown> = new Set(['connections.signIn', ...usual]);
/** Stands for the `state` of the practice company's sign-in that waits. No code is traded anywhere else. */
const ownState = 'STATE';
/** Not a call: what a person does in the browser at the practice company. */
const person = 'person';

const text = fc.oneof(
  fc.constantFrom(
    salesforceClientId,
    quickbooksClientId,
    quickbooksClientSecret,
    `http://localhost:8416/callback?state=${ownState}&error=access_denied`,
    `http://localhost:8416/callback?state=${ownState}&code=x&realmId=1`,
    `http://localhost:8416/callback?state=other&code=x`,
    'https://example.com/back',
    'acme.my.salesforce.com',
    'localhost:1',
    'http://evil.example',
    'javascript:alert(1)',
    'a',
    '',
  ),
  fc.string({ unit: 'grapheme', maxLength: 10 }),
  fc.constantFrom('\0', '__proto__', '\uD800', '//', ' '),
);
/** Ports that are ports: what a schema says of numbers makes others. */
const port = fc.integer({ min: 8_000, max: 8_003 });
const request = fc.oneof(
  fc.record({
    side: fc.constant('salesforce'),
    app: fc.record({
      where: fc.constantFrom('production', 'sandbox', 'my-domain', 'practice', 'practice'),
      myDomain: text,
      clientId: fc.oneof(fc.constant(salesforceClientId), text),
      port,
    }),
  }),
  fc.record({
    side: fc.constant('quickbooks'),
    app: fc.record({
      where: fc.constantFrom('production', 'sandbox', 'practice', 'practice'),
      clientId: fc.oneof(fc.constant(quickbooksClientId), text),
      relay: fc.oneof(fc.constant(''), text),
      port,
    }),
    clientSecret: fc.oneof(text, fc.constant(null)),
  }),
  someValueOf(SignInRequest, text),
);
const call = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constant('connections.signIn'), request) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(...usual)
      .chain((name) => fc.tuple(fc.constant(name), someValueOf(methods[name].input, text))),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constant(person),
      fc.record({
        side: fc.constantFrom('salesforce', 'quickbooks'),
        decision: fc.constantFrom('allow', 'deny'),
      }),
    ),
  },
);

const untilAnew = 300;

/** Signing in, by calls that may come at once, and by a person at the practice company. */
export const signIn: Target = {
  name: 'sign-in',
  form: 'json',
  any: asJson(
    fc.oneof(
      { weight: 5, arbitrary: fc.array(call, { minLength: 1, maxLength: 4 }) },
      { weight: 1, arbitrary: fc.tuple(fc.array(call, { minLength: 2, maxLength: 3 })) },
    ),
  ),
  words: [
    ...usual,
    'connections.signIn',
    person,
    'practice',
    'sandbox',
    ownState,
    salesforceClientId,
    'salesforce',
  ],
  async open(folder) {
    const program = new StandingProgram(folder, untilAnew);

    async function make([name, given]: Call): Promise<Made> {
      if (name === person) return { name, given, ok: await decide(program, given) };
      if (!names.has(name)) return { name, given, ok: false };
      const own = confined(program.withOwnPorts(await withOwnState(program, given)), program.files);
      const result = await program.engine.handle(name, own);
      requireAnswer(name, result);
      return { name, given: own, ok: result.ok };
    }

    return {
      async take(input) {
        await program.begin();
        let taken = false;
        for (const step of stepsIn(input)) {
          const made = await Promise.all(step.map(make));
          const [only] = made;
          if (made.length === 1 && only?.ok === true) await requireKept(program, only);
          if (made.some(({ ok }) => ok)) taken = true;
        }
        await program.requireQuiet();
        return taken ? 'taken' : 'refused';
      },
      close: () => program.end(),
    };
  },
};

/** A call that was made, as it was given to the program. */
interface Made {
  readonly name: unknown;
  readonly given: unknown;
  readonly ok: boolean;
}

/** The page of the practice company where a sign-in waits for the person; null where none does. */
async function waitingPage(program: StandingProgram, side: Side): Promise<URL | null> {
  const { attempt } = (await program.call('connections.settings', {}))[side];
  const company = await program.call('practice.info', {});
  if (attempt?.kind !== 'waiting' || company === null) return null;
  const page = new URL(attempt.address);
  const own = [company.salesforceUrl, company.quickbooksUrl].map((url) => new URL(url).origin);
  return own.includes(page.origin) ? page : null;
}

const Pasted = z.looseObject({ side: Side, address: z.string().includes(ownState) });

async function withOwnState(program: StandingProgram, given: unknown): Promise<unknown> {
  const pasted = Pasted.safeParse(given);
  if (!pasted.success) return given;
  const state = (await waitingPage(program, pasted.data.side))?.searchParams.get('state');
  return { ...pasted.data, address: pasted.data.address.replaceAll(ownState, state ?? 'none') };
}

const Decision = z.object({ side: Side, decision: z.enum(['allow', 'deny']) });

/** Lets the person decide at the practice company, and waits for what comes of it. Gives whether there was anything to decide. */
async function decide(program: StandingProgram, given: unknown): Promise<boolean> {
  const decision = Decision.safeParse(given);
  if (!decision.success) return false;
  const { side } = decision.data;
  const page = await waitingPage(program, side);
  if (page === null) return false;
  // The page turns away an app that it does not know.
  const address = await decideAt(page.href, decision.data.decision).catch(() => null);
  if (address === null) return false;
  if (address.startsWith('http://localhost:')) await fetch(address).catch(() => undefined);
  else await program.engine.call('connections.pasteRedirect', { side, address });
  for (let look = 0; look < 2_000; look++) {
    const { attempt } = (await program.call('connections.settings', {}))[side];
    if (attempt === null || attempt.kind === 'failed') return true;
    await wait(5);
  }
  throw new Finding('a sign-in did not end that was decided');
}

/** What was accepted is so when it is looked at. Throws a finding otherwise. */
async function requireKept(program: StandingProgram, { name, given }: Made): Promise<void> {
  const settings = await program.call('connections.settings', {});
  if (name === 'connections.signIn') {
    const request = SignInRequest.parse(given);
    const { app, attempt } = settings[request.side];
    requireSame(app, request.app, 'the app of a sign-in');
    const relay = 'relay' in request.app ? request.app.relay : '';
    const redirect = relay === '' ? loopbackAddress(request.app.port) : relay;
    if (attempt?.kind !== 'waiting') throw new Finding('a sign-in that began does not wait');
    requireSame(attempt.redirect, redirect, 'where a sign-in comes back to');
    const { searchParams } = new URL(attempt.address);
    requireSame(
      searchParams.get('redirect_uri'),
      redirect.toWellFormed(),
      'the redirect address that is sent',
    );
    requireSame(searchParams.get('client_id'), app.clientId.toWellFormed(), 'the client id that is sent');
  }
  if (name === 'connections.cancelSignIn' || name === 'connections.signOut') {
    const { side } = methods[name].input.parse(given);
    requireSame(settings[side].attempt, null, 'a sign-in that was ended');
  }
}
