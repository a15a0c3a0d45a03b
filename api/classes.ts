import { candidatesOf } from '../db/classes/candidates.ts'
import { clashesWith, classLinesOf, lecturersOf, partnersOf } from '../db/classes/choices.ts'
import { classViewOf } from '../db/classes/class-view.ts'
import { concernedView } from '../db/classes/concerned.ts'
import { classPerformers } from '../db/classes/deeds.ts'
import { classesWithRights, everyClassOf } from '../db/classes/list.ts'
import { nominationsOf } from '../db/classes/nominations.ts'
import { quotaTable } from '../db/classes/quotas.ts'
import { classesRoutes as routes } from '../domain/classes/classes.contract.ts'
import { classesSheet, nominationsSheet } from './classes-sheets.ts'
import { mountExport } from './export.ts'
import { mountDeed, type Mounting, mountReading } from './mount.ts'

export function mountClasses(mounting: Mounting): void {
  mountReading(mounting, routes.classes, (entered, { query }) => classesWithRights(entered, query))
  mountExport(mounting, routes.classes, async (entered, { query }, language) =>
    classesSheet(everyClassOf(entered, query), language),
  )
  mountChoices(mounting)
  mountReading(mounting, routes.trainingClass, (entered, { params }) =>
    classViewOf(entered, params.classId),
  )
  mountReading(mounting, routes.nominations, (entered, { params }) =>
    nominationsOf(entered, params.classId),
  )
  mountExport(mounting, routes.nominations, async (entered, { params }, language) => {
    const { units } = await nominationsOf(entered, params.classId)
    return nominationsSheet(units, language)
  })
  mountReading(mounting, routes.candidates, async (entered, { params, query }) => ({
    candidates: await candidatesOf(entered, params.classId, query.q),
  }))
  mountReading(mounting, routes.quotas, ({ tx }, { params }) => quotaTable(tx, params.classId))
  mountReading(mounting, routes.concerned, ({ tx }, { params }) =>
    concernedView(tx, params.classId),
  )
  for (const performer of classPerformers) mountDeed(mounting, performer)
}

/** What an organiser chooses among while a class is opened. */
function mountChoices(mounting: Mounting): void {
  mountReading(mounting, routes.classLines, (entered, { params }) =>
    classLinesOf(entered, params.planYear),
  )
  mountReading(mounting, routes.lecturers, async ({ tx }) => ({ lecturers: await lecturersOf(tx) }))
  mountReading(mounting, routes.partners, async ({ tx }) => ({ partners: await partnersOf(tx) }))
  mountReading(mounting, routes.clashes, ({ tx }, { query }) => clashesWith(tx, query))
}
