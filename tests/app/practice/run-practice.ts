/** A practice company in a process of its own, to be killed: takes its state file, prints its environment. */
import { startPractice } from '#app/practice/index.ts';

const { environment } = await startPractice({ stateFile: process.argv[2] ?? '' });
process.stdout.write(`${JSON.stringify(environment)}\n`);
