import { createHash, randomBytes } from 'node:crypto';

/** What a code was given out for; it is traded only under the same terms. */
export interface CodeTerms {
  readonly redirectUri: string;
  /** The S256 challenge; null where the service asks for none. */
  readonly challenge: string | null;
}

/** Whether a code could be traded, or why not. */
export type Redeemed = 'allowed' | 'unknown' | 'other-redirect' | 'wrong-verifier';

/** The authorization codes that are out: each good once, whatever comes of it. */
export class Codes {
  readonly #out = new Map<string, CodeTerms>();

  issue(terms: CodeTerms): string {
    const code = `practice-code-${randomBytes(24).toString('base64url')}`;
    this.#out.set(code, terms);
    return code;
  }

  redeem(form: URLSearchParams): Redeemed {
    const code = form.get('code') ?? '';
    const terms = this.#out.get(code);
    this.#out.delete(code);
    if (terms === undefined) return 'unknown';
    if (form.get('redirect_uri') !== terms.redirectUri) return 'other-redirect';
    if (terms.challenge === null) return 'allowed';
    const given = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    return given === terms.challenge ? 'allowed' : 'wrong-verifier';
  }
}

/**
 * Whether the practice company's app has this redirect address registered: the loopback address at any port, since a
 * test cannot know which is free, or a relay page over https.
 */
export function isRegistered(redirectUri: string): boolean {
  return /^http:\/\/localhost:\d+\/callback$/.test(redirectUri) || /^https:\/\/[^?#]+$/.test(redirectUri);
}

/** A redirect address with the answer in its query; parameters without a value are left out. */
export function answeredAddress(
  redirectUri: string,
  answer: Readonly<Record<string, string | null>>,
): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) {
    if (value !== null) url.searchParams.set(name, value);
  }
  return url.href;
}
