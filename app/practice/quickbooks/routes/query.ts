import type { JsonObject } from '../../store/record.ts';
import { evaluate } from '../query/evaluate.ts';
import { parseQuery } from '../query/parse.ts';
import { findEntity } from '../query/properties.ts';
import type { QuickbooksService } from '../service.ts';

/** What a query answers: a count, a page of records, or nothing at all for an empty page. Throws 4000 or 4001. */
export function queryResponse(service: QuickbooksService, text: string): JsonObject {
  const query = parseQuery(text);
  const entity = findEntity(query.entity);
  const found = evaluate(query, entity, service.store.all(entity));
  if (query.count) return { totalCount: found.length };
  const start = query.startPosition - 1;
  const page = found.slice(start, start + query.maxResults);
  if (page.length === 0) return {};
  return { [entity]: page, startPosition: query.startPosition, maxResults: page.length };
}
