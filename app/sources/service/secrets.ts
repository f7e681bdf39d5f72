/** Text of a service without the tokens that it may repeat. `secrets` of fewer than 4 characters are left alone. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce(
    (left, secret) => (secret.length < 4 ? left : left.replaceAll(secret, '(hidden)')),
    text,
  );
}
