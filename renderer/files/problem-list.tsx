import type { FileProblem } from '#shared/files.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { formatCounted } from '../format/numbers.ts';
import styles from './files.module.css';
import { placeOf, problemTable } from './problem-text.ts';

interface ProblemListProps {
  readonly fileName: string;
  readonly problems: readonly FileProblem[];
}

/** What was not as it should be in a file, by kind, column and row, to be copied whole. */
export function ProblemList({ fileName, problems }: ProblemListProps) {
  if (problems.length === 0) return null;
  return (
    <Disclosure
      summary={`${formatCounted(problems.length, 'thing')} to know about this file`}
      open={problems.length < 4}
    >
      <ul className={styles.problems}>
        {problems.map((problem) => (
          <li key={`${problem.what} ${problem.column}`}>
            {problem.what} <span className={styles.quiet}>{placeOf(problem)}</span>
          </li>
        ))}
      </ul>
      <div className={styles.copy}>
        <CopyButton
          text={problemTable(fileName, problems)}
          label="Copy with every row"
          done="Copied: paste it into a spreadsheet"
        />
      </div>
    </Disclosure>
  );
}
