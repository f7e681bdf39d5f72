import styles from './change.module.css';

/** A field's value before and after. An unchanged value stands alone. */
export function Change({ before, after }: { readonly before: string; readonly after: string }) {
  const shown = (value: string) => (value === '' ? <span className={styles.blank}>blank</span> : value);
  if (before === after) {
    return (
      <span className={styles.change} title={after}>
        {shown(after)}
      </span>
    );
  }
  return (
    <span
      className={styles.change}
      title={`${before === '' ? 'blank' : before} → ${after === '' ? 'blank' : after}`}
    >
      {before === '' ? shown(before) : <del>{before}</del>}
      <span aria-hidden="true"> → </span>
      <span className="visually-hidden"> becomes </span>
      <ins>{after === '' ? 'blank' : after}</ins>
    </span>
  );
}
