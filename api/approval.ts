import { approvalOf } from '../db/approval/approval-row.ts'
import { approvalPerformers } from '../db/approval/deeds.ts'
import { dossierOf } from '../db/approval/dossier.ts'
import { unacceptedComments } from '../db/approval/unaccepted.ts'
import type { Entered } from '../db/context.ts'
import { contentOfVersion } from '../db/revision/consolidation.ts'
import { plansOfYear } from '../db/revision/plan.ts'
import { approvalRoutes as routes, type SeatView } from '../domain/approval/approval.contract.ts'
import { type Language, say } from '../domain/text/say.ts'
import { mountExport } from './export.ts'
import { mountDeed, type Mounting, mountReading } from './mount.ts'
import type { Sheet } from './xlsx.ts'

export function mountApproval(mounting: Mounting): void {
  mountReading(mounting, routes.approvalsOfYear, async ({ tx }, { params }) => ({
    plans: await plansOfYear(tx, params.planYear),
  }))
  mountReading(mounting, routes.dossier, (entered, { params }) => dossierOf(entered, params.planId))
  mountExport(mounting, routes.dossier, (entered, { params }, language) =>
    boardSheet(entered, params.planId, language),
  )
  mountReading(mounting, routes.dossierText, async ({ tx }, { params }) => {
    const { planId, version, contentSha256 } = await approvalOf(tx, params.approvalId)
    return { version, contentSha256, content: await contentOfVersion(tx, planId, version) }
  })
  mountReading(mounting, routes.unaccepted, async ({ tx }, { params, query }) =>
    unacceptedComments(tx, await approvalOf(tx, params.approvalId), query),
  )
  for (const performer of approvalPerformers) mountDeed(mounting, performer)
}

/** The board of the vote; votes stay hidden in the workbook from whom they are hidden on screen. */
async function boardSheet(
  entered: Entered,
  planId: string,
  language: Language,
): Promise<Sheet<SeatView>> {
  const { plan, board } = await dossierOf(entered, planId)
  const text = (key: string) => say(language, `approval.sheet.${key}`)
  return {
    fileName: `${text('name')} ${plan.title}`,
    sheet: text('name'),
    columns: [
      { head: text('member'), width: 28, cell: (seat) => seat.fullName },
      {
        head: text('role'),
        width: 18,
        cell: (seat) => say(language, `approval.seats.${seat.role}`),
      },
      { head: text('readAt'), width: 22, cell: (seat) => seat.readAt },
      { head: text('votedAt'), width: 22, cell: (seat) => seat.votedAt },
      {
        head: text('vote'),
        width: 22,
        cell: (seat) => (seat.vote ? say(language, `approval.votes.${seat.vote}`) : null),
      },
      { head: text('remark'), width: 50, cell: (seat) => seat.remark },
    ],
    rows: board,
  }
}
