import { helpLinks } from '#shared/help-links.ts';
import { Disclosure } from '../components/disclosure.tsx';

/** How to register the app at Intuit. docs/connecting.md says the same with every error. */
export function QuickBooksGuide({ open }: { readonly open: boolean }) {
  return (
    <Disclosure summary="How to register the app at Intuit" open={open}>
      <ol>
        <li>At developer.intuit.com, open My Hub, App dashboard, and create an app.</li>
        <li>Choose QuickBooks Online and Payments, and the scope com.intuit.quickbooks.accounting.</li>
        <li>
          For a sandbox: Development, Settings, Redirect URIs. Add the address above, exactly. Copy the client
          id and the client secret from Keys and credentials.
        </li>
        <li>
          For a real company: answer the questions under Production first. Intuit then takes only https
          addresses: register a page of your own, or the OAuth 2.0 Playground’s, and paste the address it ends
          at.
        </li>
      </ol>
      <p>
        <a href={helpLinks.quickbooks} target="_blank" rel="noopener noreferrer">
          Intuit’s developer dashboard
        </a>
        . A redirect page to copy, and every error, are in docs/connecting.md.
      </p>
    </Disclosure>
  );
}
