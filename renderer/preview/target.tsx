import type { ReactNode } from 'react';
import type { Environment, Side } from '#shared/datasets.ts';
import { EnvironmentTag } from '../components/marks/environment-tag.tsx';
import { SideMark } from '../components/marks/side-mark.tsx';
import styles from './preview.module.css';

interface TargetProps {
  readonly side: Side;
  readonly organisationName: string;
  readonly environment: Environment;
  /** What else is to be known or chosen, at the end of the line. */
  readonly children?: ReactNode;
}

/** Where what is previewed would be written to, above everything else. */
export function Target({ side, organisationName, environment, children }: TargetProps) {
  return (
    <div className={styles.target}>
      <SideMark side={side} />
      <b>{organisationName}</b> <EnvironmentTag environment={environment} />
      {children}
    </div>
  );
}
