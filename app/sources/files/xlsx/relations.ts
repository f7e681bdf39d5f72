import { posix } from 'node:path';
import { attributeOf } from './markup.ts';
import { parseWhole, type Workbook } from './parse-part.ts';

/** One part that another refers to. `type` is the last word of its address, `worksheet` for instance. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly part: string;
}

/**
 * What a part refers to, `''` standing for the archive itself.
 * Source: ECMA-376 part 2, 8.3 (relationships).
 */
export async function readRelations(workbook: Workbook, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const found: Relation[] = [];
  await parseWhole(workbook, posix.join(folder, '_rels', `${posix.basename(part)}.rels`), {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = attributeOf(attributes, 'Target') ?? '';
      found.push({
        id: attributeOf(attributes, 'Id') ?? '',
        type: posix.basename(attributeOf(attributes, 'Type') ?? ''),
        part: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
  });
  return found;
}
