import { CopyButton } from '../components/copy-button.tsx';
import styles from './connections.module.css';

/** The address that has to be registered with the person's app, to copy. */
export function RegisterAddress({ label, address }: { readonly label: string; readonly address: string }) {
  return (
    <div className={styles.register}>
      <p>
        {label} <code>{address}</code>
      </p>
      <CopyButton text={address} label="Copy" done="Copied" />
    </div>
  );
}
