/** How long a sign-in waits for the browser: `COUNTERPART_SIGN_IN_SECONDS`, else as long as the engine says. */
export function signInPatience(): { readonly patience?: number } {
  const seconds = Number(process.env.COUNTERPART_SIGN_IN_SECONDS);
  return Number.isFinite(seconds) && seconds > 0 ? { patience: seconds * 1_000 } : {};
}
