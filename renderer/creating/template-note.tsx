import type { CreatePlan, TargetField } from '#shared/creating.ts';
import { isSameSource } from '#shared/creation-template.ts';
import { formatCounted } from '../format/numbers.ts';
import styles from './template-note.module.css';

/** Whether a person fills this field otherwise than the package's mapping says. */
export function isChosen({ source, usual }: TargetField): boolean {
  return !isSameSource(source, usual);
}

/** Says how much of the preview is not as the package's mapping has it: by the template, and by hand. */
export function TemplateNote({ plan: { targets, records } }: { readonly plan: CreatePlan }) {
  const chosen = targets.filter(isChosen).length;
  const edited = records.reduce((sum, record) => sum + record.edited.length, 0);
  const parts = [
    chosen === 0 ? 'Fields as the package maps them' : `${formatCounted(chosen, 'field')} by your template`,
    ...(edited === 0 ? [] : [`${formatCounted(edited, 'value')} edited by hand`]),
  ];
  return <span className={styles.template}>{parts.join(', ')}</span>;
}
