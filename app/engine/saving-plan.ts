import { writePlanWorkbook } from '#app/worksheet/index.ts';
import type { SavedPlan, WritePlan } from '#shared/links.ts';
import { recordPages } from './record-pages.ts';
import { savePath } from './save-path.ts';
import type { Session } from './session.ts';

/** Saves a write plan as a workbook. Errors: `busy`, `file-cannot-write` and `cancelled`. */
export async function savePlan(session: Session, plan: WritePlan, asked: string | null): Promise<SavedPlan> {
  return await session.operations.run('save', async (hooks) => {
    const path = savePath(session, asked, 'links to write', '.xlsx');
    const facts = { projectName: session.open.project.name, createdAt: session.now() };
    await writePlanWorkbook(path, { ...facts, plan, pages: recordPages(session) }, hooks);
    return { path, links: plan.links.length, blocked: plan.blocked.length };
  });
}
