import { z } from 'zod';
import type { Answer, Asked } from '../gate.ts';
import type { NewActivity } from './order.ts';
import type { Picture } from './picture.ts';
import { changedFields, Held, parsed, textOf } from './record.ts';

const Sent = z.looseObject({
  Id: z.string().optional(),
  SyncToken: z.string().optional(),
  DisplayName: z.string().optional(),
});
const Made = z.looseObject({ Customer: Held.optional() });

/** What a customer that is made inactive or active has otherwise than before. */
const changes = ['Active', 'DisplayName', 'FullyQualifiedName', 'SyncToken', 'MetaData'];

/** A customer that was sent, and answered for. */
export function customerSent(picture: Picture, asked: Asked, answer: Answer): void {
  const body = Sent.parse(JSON.parse(asked.body));
  const made = answer.status === 200 ? Made.safeParse(parsed(answer.body)).data?.Customer : undefined;
  if (body.Id === undefined) created(picture, asked, body, made);
  else activitySent(picture, body.Id, body, made);
}

/** A customer that was sent, and refused before it reached QuickBooks. */
export function customerRefused({ order }: Picture, asked: Asked): void {
  const { Id, DisplayName = '' } = Sent.parse(JSON.parse(asked.body));
  order?.refused.add(Id ?? order.names.get(DisplayName) ?? '');
}

function created(picture: Picture, asked: Asked, body: z.infer<typeof Sent>, made: Held | undefined): void {
  const { order } = picture;
  const name = body.DisplayName ?? '';
  const request = new URL(asked.path, 'http://local').searchParams.get('requestid') ?? '';
  const account = order?.names.get(name);
  if (order === null || account === undefined)
    return void picture.isWrong(`customer “${name}” is sent, which nobody confirmed`);
  if ('SyncToken' in body) picture.isWrong(`“${name}” is sent with a SyncToken`);
  if (request === '' || (order.requests.get(account) ?? request) !== request)
    picture.isWrong(`“${name}” is sent under another request id`);
  order.requests.set(account, request);
  if (made === undefined) return void order.refused.add(account);
  const former = order.created.get(account);
  if (former !== undefined && former.Id !== made.Id) picture.isWrong(`“${name}” is created twice`);
  if (former !== undefined) return;
  order.created.set(account, made);
  picture.took('quickbooks', { ...made, entity: 'Customer' });
}

/** A customer is to be inactive or active. */
function activitySent(
  picture: Picture,
  id: string,
  body: z.infer<typeof Sent>,
  made: Held | undefined,
): void {
  const { order, hearing } = picture;
  const ordered = order?.activities.get(id);
  if (order === null || ordered === undefined)
    return void picture.isWrong(`customer ${id} is changed, which nobody confirmed`);
  if (order.leftOut.has(id)) picture.isWrong(`customer ${id} is changed, which was left out`);
  judgeActivity(picture, id, body, ordered);
  if (made === undefined) return void order.refused.add(id);
  hearing.spend(id);
  if (order.changed.has(id)) picture.isWrong(`customer ${id} is changed twice`);
  const now = { ...made, entity: 'Customer' };
  const others = changedFields(picture.customer(id) ?? undefined, now)?.filter(
    (name) => !changes.includes(name),
  );
  if (others === undefined || others.length > 0)
    picture.isWrong(`${String(others)} of customer ${id} changed, too`);
  order.changed.set(id, made);
  picture.took('quickbooks', now);
}

function judgeActivity(
  picture: Picture,
  id: string,
  body: z.infer<typeof Sent>,
  { active, token, name, account }: NewActivity,
): void {
  const { hearing, order } = picture;
  const wanted = {
    Id: id,
    SyncToken: token,
    sparse: true,
    Active: active,
    ...(active ? { DisplayName: name } : {}),
  };
  const odd = changedFields({ ...body, Id: id }, wanted) ?? [];
  if (odd.length > 0)
    picture.isWrong(`${odd.join(', ')} of customer ${id} is sent as ${JSON.stringify(body)}`);
  const heard = hearing.of(id)?.record;
  if (heard === undefined)
    return void picture.isWrong(`customer ${id} is changed without being read right before`);
  if (textOf(heard.SyncToken) !== token)
    picture.isWrong(`customer ${id} is changed although it was seen to be another one`);
  if (heard.Active === active) picture.isWrong(`customer ${id} is changed although it was seen to be so`);
  if (active) return;
  if (Number(heard.Balance ?? 0) !== 0 || Number(heard.BalanceWithJobs ?? 0) !== 0)
    picture.isWrong(`customer ${id} is made inactive although it owes something`);
  if (picture.link(account)?.id === id && !picture.isEdited(account, order?.begun))
    picture.isWrong(`customer ${id} is made inactive although ${account} carries its id`);
}
