import type { Side } from '#shared/datasets.ts';

/** What the services show in the browser instead of sending the person back, and what to do about it. */
const errors: Record<Side, readonly (readonly [string, string])[]> = {
  salesforce: [
    ['invalid_client_id', 'The consumer key is wrong, or the app is younger than ten minutes.'],
    ['redirect_uri_mismatch', 'The app has another callback URL. Register this one exactly:'],
    [
      'OAUTH_EC_APP_NOT_FOUND',
      'This organisation does not have the app. An administrator has to install it.',
    ],
    ['OAUTH_APP_BLOCKED', 'An administrator has blocked the app, and has to unblock it.'],
    [
      'OAUTH_APP_ACCESS_DENIED',
      'Your user may not use the app. An administrator has to add your profile or a permission set to its policies.',
    ],
  ],
  quickbooks: [
    [
      'The redirect_uri query parameter value is invalid',
      'The app has another redirect URI. Register this one exactly:',
    ],
    [
      'invalid_client',
      'The client id is wrong, or belongs to the other kind of keys (development, production).',
    ],
    [
      'The company is not in the list',
      'Only an administrator of a company may connect an app to it. Sign in as one.',
    ],
  ],
};

/** The errors of a service's own pages, in a person's words. */
export function BrowserErrors({ side, redirect }: { readonly side: Side; readonly redirect: string }) {
  return (
    <dl>
      {errors[side].map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {words} {words.endsWith(':') ? <code>{redirect}</code> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
