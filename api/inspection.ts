import { inspectionPerformers } from '../db/inspection/deeds.ts'
import { everyNotInspected, notInspected } from '../db/inspection/frequency.ts'
import { everyInspectionOf, inspectionsOf } from '../db/inspection/list.ts'
import { photoById } from '../db/inspection/photos.ts'
import { printedMinutes } from '../db/inspection/print.ts'
import { printedResult } from '../db/inspection/print-result.ts'
import { inspectorsOf } from '../db/inspection/team.ts'
import { inspectionView } from '../db/inspection/view.ts'
import { inspectionRoutes as routes } from '../domain/inspection/inspection.contract.ts'
import { mountExport } from './export.ts'
import { frequencySheet, inspectionsSheet } from './inspection-sheets.ts'
import { mountDeed, type Mounting, mountReading } from './mount.ts'
import { mountStoredFile } from './stored-file.ts'

export function mountInspection(mounting: Mounting): void {
  mountReading(mounting, routes.inspections, (entered, { query }) => inspectionsOf(entered, query))
  mountExport(mounting, routes.inspections, async (entered, { query }, language) =>
    inspectionsSheet(everyInspectionOf(entered, query), language),
  )
  mountReading(mounting, routes.frequency, (entered, { query }) => notInspected(entered, query))
  mountExport(mounting, routes.frequency, async (entered, { query }, language) =>
    frequencySheet(everyNotInspected(entered, query), language),
  )
  mountReading(mounting, routes.inspectors, async ({ tx }) => ({
    inspectors: await inspectorsOf(tx),
  }))
  mountReading(mounting, routes.inspection, (entered, { params }) =>
    inspectionView(entered, params.inspectionId),
  )
  mountReading(mounting, routes.printedMinutes, ({ tx }, { params }) =>
    printedMinutes(tx, params.inspectionId),
  )
  mountReading(mounting, routes.printedResult, (entered, { params }) =>
    printedResult(entered, params.inspectionId),
  )
  mountStoredFile(mounting, routes.photo, ({ tx }, { params }) => photoById(tx, params))
  for (const performer of inspectionPerformers) mountDeed(mounting, performer)
}
