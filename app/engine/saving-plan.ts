import { writePlanWorkbook } from '#app/worksheet/index.ts';
import { isHeldBack, type LinkWarning, type SavedPlan, type WritePlan } from '#shared/links.ts';
import { recordPages } from './record-pages.ts';
import { savePath } from './save-path.ts';
import type { Session } from './session.ts';

/** Saves a write plan as a workbook. Errors: `busy`, `file-cannot-write` and `cancelled`. */
export async function savePlan(
  session: Session,
  plan: WritePlan,
  { holdBack, path: asked }: { readonly holdBack: readonly LinkWarning[]; readonly path: string | null },
): Promise<SavedPlan> {
  const held = plan.links.filter((link) => isHeldBack(link, holdBack));
  const links = plan.links.filter((link) => !isHeldBack(link, holdBack));
  return await session.operations.run('save', async (hooks) => {
    const path = savePath(session, asked, 'links to write', '.xlsx');
    const facts = { projectName: session.open.project.name, createdAt: session.now() };
    await writePlanWorkbook(
      path,
      { ...facts, plan: { ...plan, links }, held, pages: recordPages(session) },
      hooks,
    );
    return { path, links: links.length, blocked: plan.blocked.length + held.length };
  });
}
