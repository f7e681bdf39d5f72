import type { Environment } from '#shared/datasets.ts';
import { environmentWords } from '../../format/words.ts';
import { Tag, type Tone } from './tag.tsx';

const tones: Record<Environment, Tone> = { production: 'wrong', sandbox: 'look', practice: 'info' };

interface EnvironmentTagProps {
  readonly environment: Environment;
  /** Shortened, for the narrow navigation. */
  readonly brief?: boolean;
}

/** Which kind of organisation this is. Production stands out, because what is written there is real. */
export function EnvironmentTag({ environment, brief = false }: EnvironmentTagProps) {
  const word = environmentWords[environment];
  return <Tag tone={tones[environment]}>{brief ? word.slice(0, 4) : word}</Tag>;
}
