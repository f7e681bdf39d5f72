import { join } from 'node:path';
import { root } from '../../main/built.ts';

/**
 * Where Node keeps the compiled code of the programs and threads that tests start (its NODE_COMPILE_CACHE). Without it each
 * of them takes the types off some hundred files again, which is half of what starting costs.
 */
export const compileCache = join(root, 'node_modules', '.cache', 'compiled');
