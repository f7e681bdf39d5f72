import type { Side } from '#shared/datasets.ts';
import type { SignInAttempt } from '#shared/sign-in.ts';
import { Button, ButtonLink } from '../components/button.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { DialogActions } from '../components/dialogs/dialog.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { useDoor } from '../door/context.ts';
import { useOperation } from '../door/operation.ts';
import { sideWords } from '../format/words.ts';
import { BrowserErrors } from './browser-errors.tsx';
import styles from './connections.module.css';
import { PasteAddress } from './paste-address.tsx';

interface WaitingProps {
  readonly side: Side;
  readonly attempt: Extract<SignInAttempt, { kind: 'waiting' }>;
}

/** What a person does while their browser shows the service's page: go there, come back, or stop. */
export function Waiting({ side, attempt }: WaitingProps) {
  const { host } = useDoor();
  const cancel = useOperation('connections.cancelSignIn');
  const { address, redirect, opened } = attempt;
  const service = sideWords[side];
  return (
    <div className={styles.waiting}>
      <p role="status">
        {opened
          ? `Your browser shows the sign-in page of ${service}. Sign in there and press Allow. Counterpart waits for the answer.`
          : `Open the sign-in page of ${service}, sign in there and press Allow. Counterpart waits for the answer.`}
      </p>
      <div className={styles.steps}>
        {opened || host.kind === 'electron' ? null : (
          <ButtonLink look="primary" href={address} target="_blank" rel="noopener noreferrer">
            Open the sign-in page
          </ButtonLink>
        )}
        <CopyButton text={address} label="Copy the address" done="Address copied" />
      </div>
      <Disclosure summary={`The browser shows an error of ${service}`}>
        <BrowserErrors side={side} redirect={redirect} />
      </Disclosure>
      <Disclosure
        summary="The browser did not come back to Counterpart"
        open={!redirect.startsWith('http://localhost')}
      >
        <PasteAddress side={side} />
      </Disclosure>
      <DialogActions>
        <Button onClick={() => cancel.start({ side })}>Cancel the sign-in</Button>
      </DialogActions>
    </div>
  );
}
