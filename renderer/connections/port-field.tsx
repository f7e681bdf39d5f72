import { loopbackAddress } from '#shared/sign-in.ts';
import { TextField } from '../components/fields/text-field.tsx';
import { portOf } from './port.ts';
import { RegisterAddress } from './register-address.tsx';

interface PortFieldProps {
  readonly hint: string;
  /** What is done with the address that the port makes: "Callback URL to register with the app:". */
  readonly addressLabel: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Asks for the port on which the answer of a sign-in is awaited, and shows the address that comes of it. */
export function PortField({ hint, addressLabel, text, onChange }: PortFieldProps) {
  const port = portOf(text);
  return (
    <>
      <TextField
        label="Port on this computer"
        hint={hint}
        inputMode="numeric"
        autoComplete="off"
        aria-invalid={port === null}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      {port === null ? null : <RegisterAddress label={addressLabel} address={loopbackAddress(port)} />}
    </>
  );
}
