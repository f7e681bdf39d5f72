import { useState } from 'react';
import type { Keeping, SalesforceApp, SalesforceConnection } from '#shared/sign-in.ts';
import { TextField } from '../components/fields/text-field.tsx';
import { FormFrame } from './form-frame.tsx';
import { KeepingNote } from './keeping.tsx';
import { PlaceField } from './place-field.tsx';
import { portOf } from './port.ts';
import { PortField } from './port-field.tsx';
import { SalesforceGuide } from './salesforce-guide.tsx';
import { useSignIn } from './use-sign-in.ts';

const places: readonly (readonly [Exclude<SalesforceApp['where'], 'practice'>, string])[] = [
  ['production', 'Production (login.salesforce.com)'],
  ['sandbox', 'Sandbox (test.salesforce.com)'],
  ['my-domain', 'A My Domain address'],
];

interface SalesforceFormProps {
  readonly connection: SalesforceConnection;
  readonly keeping: Keeping;
  readonly onClose: () => void;
}

/** Asks for what a sign-in to Salesforce needs: where, and the person's own app. */
export function SalesforceForm({ connection, keeping, onClose }: SalesforceFormProps) {
  const first = connection.app;
  const [where, setWhere] = useState(first.where);
  const [myDomain, setMyDomain] = useState(first.myDomain);
  const [clientId, setClientId] = useState(first.clientId);
  const [portText, setPortText] = useState(String(first.port));
  const port = portOf(portText);
  const signIn = useSignIn();
  const ready = port !== null && clientId.trim() !== '' && (where !== 'my-domain' || myDomain.trim() !== '');
  return (
    <FormFrame
      signIn={signIn}
      attempt={connection.attempt}
      ready={ready}
      onClose={onClose}
      onSubmit={() => {
        if (port === null) return;
        signIn.begin({ side: 'salesforce', app: { where, myDomain, clientId: clientId.trim(), port } });
      }}
      guide={<SalesforceGuide open={connection.attempt?.kind === 'failed'} />}
    >
      <PlaceField
        label="Where you sign in"
        places={places}
        value={where}
        first={first.where}
        onChange={setWhere}
      />
      {where === 'my-domain' ? (
        <TextField
          label="My Domain address"
          hint="Setup, My Domain. It ends in .my.salesforce.com."
          autoComplete="off"
          spellCheck={false}
          placeholder="example.my.salesforce.com"
          value={myDomain}
          onChange={(event) => setMyDomain(event.target.value)}
        />
      ) : null}
      <TextField
        label="Consumer key"
        hint="From your External Client App: Settings, OAuth Settings, Consumer Key and Secret. The secret is not needed."
        autoComplete="off"
        spellCheck={false}
        value={clientId}
        onChange={(event) => setClientId(event.target.value)}
      />
      <PortField
        hint="1024 to 65535. Change it only if another program uses it, and register the new address too."
        addressLabel="Callback URL to register with the app:"
        text={portText}
        onChange={setPortText}
      />
      <KeepingNote keeping={keeping} />
    </FormFrame>
  );
}
