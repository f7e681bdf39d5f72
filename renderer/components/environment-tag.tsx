import type { Environment } from '#shared/datasets.ts';
import { environmentWords } from '../format/words.ts';
import { Tag, type Tone } from './tag.tsx';

const tones: Record<Environment, Tone> = { production: 'wrong', sandbox: 'look', practice: 'info' };

/** Which kind of organisation this is. Production stands out, because what is written there is real. */
export function EnvironmentTag({ environment }: { readonly environment: Environment }) {
  return <Tag tone={tones[environment]}>{environmentWords[environment]}</Tag>;
}
