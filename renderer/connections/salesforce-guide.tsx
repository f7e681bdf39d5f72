import { helpLinks } from '#shared/help-links.ts';
import { Disclosure } from '../components/disclosure.tsx';

/** How to register the app at Salesforce, once an organisation. docs/connecting.md says the same with every error. */
export function SalesforceGuide({ open }: { readonly open: boolean }) {
  return (
    <Disclosure summary="How to register the app at Salesforce" open={open}>
      <ol>
        <li>In Salesforce, open Setup, External Client App Manager, New External Client App.</li>
        <li>Give it a name and a contact e-mail. Distribution state: Local.</li>
        <li>
          Enable OAuth. Callback URL: the address above, exactly. Scopes: “Manage user data via APIs (api)”
          and “Perform requests at any time (refresh_token, offline_access)”.
        </li>
        <li>
          Under Security, turn on “Require Proof Key for Code Exchange (PKCE)” and “Enable Refresh Token
          Rotation”. Turn off both “Require secret” options.
        </li>
        <li>Create it, then copy the Consumer Key from Settings, OAuth Settings.</li>
        <li>Under Policies, choose who may use it. A new app takes up to ten minutes to work.</li>
      </ol>
      <p>
        <a href={helpLinks.salesforce} target="_blank" rel="noopener noreferrer">
          Salesforce’s own page on External Client Apps
        </a>
        . Every error is explained in docs/connecting.md.
      </p>
    </Disclosure>
  );
}
