import { Hono } from 'hono';
import type { PracticeEnvironment } from '../../http/environment.ts';
import { jsonResponse } from '../../http/json.ts';
import { notFound, salesforceJson } from '../errors.ts';
import { toId18 } from '../ids.ts';
import { describeListView, listViewSummary, listViewsOf } from '../list-views.ts';
import { objectNamed } from '../objects/catalogue.ts';

/** `/sobjects/…/listviews`: the list views of an object and what is behind each; their results are not there. */
export function listViewRoutes(): Hono<PracticeEnvironment> {
  const routes = new Hono<PracticeEnvironment>();
  const objectOf = (name: string): string => {
    const type = objectNamed(name);
    if (type === undefined) throw notFound();
    return type.name;
  };
  const viewOf = (object: string, id: string) => {
    const view = listViewsOf(object).find((one) => one.id === toId18(id));
    if (view === undefined) throw notFound();
    return view;
  };
  routes.get('/:type/listviews', (context) => {
    const object = objectOf(context.req.param('type'));
    const version = context.req.param('version') ?? '';
    const listviews = listViewsOf(object).map((view) => listViewSummary(view, object, version));
    const size = listviews.length;
    return jsonResponse(
      { done: true, listviews, nextRecordsUrl: null, size, sobjectType: object },
      salesforceJson,
    );
  });
  routes.get('/:type/listviews/:id', (context) => {
    const object = objectOf(context.req.param('type'));
    const view = viewOf(object, context.req.param('id'));
    return jsonResponse(listViewSummary(view, object, context.req.param('version') ?? ''), salesforceJson);
  });
  routes.get('/:type/listviews/:id/describe', (context) => {
    const object = objectOf(context.req.param('type'));
    return jsonResponse(describeListView(viewOf(object, context.req.param('id')), object), salesforceJson);
  });
  return routes;
}
