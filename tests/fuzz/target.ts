import type fc from 'fast-check';

/** What became of an input: it was of use, or it was refused as it should be. */
export type Verdict = 'taken' | 'refused';

/** How an input is changed at random: byte by byte, as a text, or as the JSON that it is. */
export type Form = 'bytes' | 'text' | 'json';

/** A place where the program takes in what others made. */
export interface Target {
  /** Also the name of its corpus. */
  readonly name: string;
  readonly form: Form;
  /** Inputs that are nearly as they should be. */
  readonly any: fc.Arbitrary<Uint8Array>;
  /** Texts that are worth putting into an input. */
  readonly words: readonly string[];
  /** Prepares what inputs are tried on, with a folder of its own for files. */
  open(folder: string): Promise<Stand>;
}

/** A target that is ready for inputs. */
export interface Stand {
  /** Gives the input to the program. Throws {@link Finding} where something is not as it must be. */
  take(input: Uint8Array): Promise<Verdict>;
  close(): Promise<void>;
}

/** What must not be: a crash, an error that no person could understand, or a text that reads otherwise when it is read again. */
export class Finding extends Error {
  constructor(what: string, cause?: unknown) {
    super(what, cause === undefined ? {} : { cause });
    this.name = 'Finding';
  }
}
