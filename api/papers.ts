import { papersPerformers } from '../db/papers/deeds.ts'
import { deskOf } from '../db/papers/desk.ts'
import { printedPlan } from '../db/papers/print-plan.ts'
import { receiptsOf } from '../db/papers/receipts.ts'
import { registerOf } from '../db/papers/register.ts'
import { papersRoutes as routes } from '../domain/papers/papers.contract.ts'
import { mountExport } from './export.ts'
import { mountDeed, type Mounting, mountReading } from './mount.ts'
import { receiptsSheet, registerSheet } from './papers-sheets.ts'

/** A register has some hundred rows a year. */
const wholeRegister = 20_000

export function mountPapers(mounting: Mounting): void {
  mountReading(mounting, routes.register, (entered, { query }) => registerOf(entered, query))
  mountExport(mounting, routes.register, async (entered, { query }, language) => {
    const { papers } = await registerOf(entered, { ...query, page: 1 }, wholeRegister)
    return registerSheet(papers, language)
  })
  mountReading(mounting, routes.desk, (entered) => deskOf(entered))
  mountReading(mounting, routes.receipts, ({ tx }, { params }) => receiptsOf(tx, params.paperId))
  mountExport(mounting, routes.receipts, async ({ tx }, { params }, language) =>
    receiptsSheet(await receiptsOf(tx, params.paperId), language),
  )
  mountReading(mounting, routes.printedPlan, (entered, { params }) =>
    printedPlan(entered, params.planId),
  )
  for (const performer of papersPerformers) mountDeed(mounting, performer)
}
