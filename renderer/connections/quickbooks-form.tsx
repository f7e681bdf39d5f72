import { useState } from 'react';
import type { Keeping, QuickBooksApp, QuickBooksConnection } from '#shared/sign-in.ts';
import { TextField } from '../components/fields/text-field.tsx';
import { FormFrame } from './form-frame.tsx';
import { KeepingNote } from './keeping.tsx';
import { PlaceField } from './place-field.tsx';
import { portOf } from './port.ts';
import { PortField } from './port-field.tsx';
import { QuickBooksGuide } from './quickbooks-guide.tsx';
import { useSignIn } from './use-sign-in.ts';

const places: readonly (readonly [Exclude<QuickBooksApp['where'], 'practice'>, string])[] = [
  ['production', 'A real company (production keys)'],
  ['sandbox', 'A sandbox company (development keys)'],
];

interface QuickBooksFormProps {
  readonly connection: QuickBooksConnection;
  readonly keeping: Keeping;
  readonly onClose: () => void;
}

/** Asks for what a sign-in to QuickBooks needs: the kind of company, and the keys of the person's own app. */
export function QuickBooksForm({ connection, keeping, onClose }: QuickBooksFormProps) {
  const first = connection.app;
  const [where, setWhere] = useState(first.where);
  const [clientId, setClientId] = useState(first.clientId);
  const [clientSecret, setClientSecret] = useState('');
  const [relay, setRelay] = useState(first.relay);
  const [portText, setPortText] = useState(String(first.port));
  const port = portOf(portText);
  const signIn = useSignIn();
  const isProduction = where === 'production';
  const hasSecret = where === 'practice' || (connection.secretKept && clientId.trim() === first.clientId);
  const ready =
    port !== null &&
    clientId.trim() !== '' &&
    (hasSecret || clientSecret.trim() !== '') &&
    (!isProduction || relay.trim() !== '');
  return (
    <FormFrame
      signIn={signIn}
      attempt={connection.attempt}
      ready={ready}
      onClose={onClose}
      onSubmit={() => {
        if (port === null) return;
        signIn.begin({
          side: 'quickbooks',
          app: { where, clientId: clientId.trim(), relay: isProduction ? relay.trim() : '', port },
          clientSecret: clientSecret.trim() === '' ? null : clientSecret.trim(),
        });
      }}
      guide={<QuickBooksGuide open={connection.attempt?.kind === 'failed'} />}
    >
      <PlaceField
        label="Kind of company"
        places={places}
        value={where}
        first={first.where}
        onChange={setWhere}
      />
      <TextField
        label="Client id"
        hint="From your app at developer.intuit.com: Keys and credentials."
        autoComplete="off"
        spellCheck={false}
        value={clientId}
        onChange={(event) => setClientId(event.target.value)}
      />
      <TextField
        label="Client secret"
        hint={hasSecret ? 'Kept already. Leave it blank, or give a new one.' : 'Beside the client id.'}
        type="password"
        autoComplete="off"
        value={clientSecret}
        onChange={(event) => setClientSecret(event.target.value)}
      />
      {isProduction ? (
        <TextField
          label="Redirect address"
          hint="An https page that is registered with your app. It sends the answer on to this computer, or you paste its address here afterwards."
          autoComplete="off"
          spellCheck={false}
          placeholder="https://example.com/counterpart"
          value={relay}
          onChange={(event) => setRelay(event.target.value)}
        />
      ) : null}
      <PortField
        hint="1024 to 65535. Change it only if another program uses it."
        addressLabel={
          isProduction
            ? 'Where the redirect page sends the answer on to:'
            : 'Redirect URI to register with the app:'
        }
        text={portText}
        onChange={setPortText}
      />
      <KeepingNote keeping={keeping} />
    </FormFrame>
  );
}
