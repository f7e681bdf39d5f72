import type { Finding, SidePreflight } from '#shared/preflight.ts';
import type { Context } from '../context.ts';
import { type Exit, exit } from '../exit.ts';

const marks: Record<Finding['verdict'], string> = {
  good: 'ok   ',
  know: 'note ',
  look: 'look ',
  stop: 'STOP ',
};

/** `preflight`: what both services say before an export. Fails where something stands in the way of one. */
export async function preflight(context: Context, project: string): Promise<Exit> {
  await context.call('project.open', { path: project });
  const found = await context.call('sources.preflight', {});
  tell(context, 'Salesforce', found.salesforce);
  tell(context, 'QuickBooks', found.quickbooks);
  context.result(found);
  const findings = [found.salesforce, found.quickbooks].flatMap((side) => side?.findings ?? []);
  const connected = found.salesforce !== null && found.quickbooks !== null;
  return connected && findings.every(({ verdict }) => verdict !== 'stop') ? exit.done : exit.failed;
}

function tell(context: Context, service: string, side: SidePreflight | null): void {
  if (side === null) {
    context.say(`${service}: not connected`);
    return;
  }
  context.say(service);
  for (const { verdict, title, advice } of side.findings) {
    context.say(`  ${marks[verdict]} ${title}${advice === '' ? '' : `. ${advice}`}`);
  }
}
