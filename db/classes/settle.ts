import { sql } from 'kysely'
import type { ClassState } from '../../domain/classes/class-state.ts'
import { obstaclesToClosingMarking } from '../../domain/classes/settlement.ts'
import { teachingRoutes as routes } from '../../domain/classes/teaching.contract.ts'
import { teachingDeeds as deeds } from '../../domain/classes/teaching-deeds.ts'
import { qualityOf } from '../../domain/classes/marks.ts'
import { type Deed, mustAllow } from '../../domain/grammar/deed.ts'
import type { Tx } from '../database.ts'
import { performs, type Stage } from '../performer.ts'
import { refuse } from '../revision/standing.ts'
import { finishTasks, openTasks } from '../tasks.ts'
import { organiserTask } from './announce.ts'
import { eligibleIn, hasRunningJob } from './ask-certificates.ts'
import { classForChange, objectOf, processOf, subjectOf } from './class-row.ts'
import { endLecturerTasks } from './lecturer-tasks.ts'
import { moveClass } from './move.ts'
import { type TaughtClass, taughtClass } from './taught-class.ts'

export const closeMarking = performs(
  routes.closeMarking,
  (stage, { params }) =>
    bring(
      stage,
      params.classId,
      {
        deed: deeds.markingClosed,
        to: 'CERTIFYING',
        ends: 'classes.mark',
        opens: 'classes.certify',
      },
      async (taught) => {
        const { results, trained } = taught
        const marked = results.map(({ presence, given }) => ({ ...presence, mark: given?.mark }))
        refuse('classes.marking-not-complete', obstaclesToClosingMarking(marked, trained))
        await writeWhoCame(stage.tx, taught)
        await endLecturerTasks(stage.tx, trained, 'markingClosed')
      },
    ),
  processOf,
)

export const settleClass = performs(
  routes.settleClass,
  (stage, { params }) =>
    bring(
      stage,
      params.classId,
      { deed: deeds.classSettled, to: 'SETTLED', ends: 'classes.certify', opens: 'classes.close' },
      async (taught) => {
        const left = (await eligibleIn(stage.tx, taught)).length
        const isRunning = await hasRunningJob(stage.tx, taught.trained.id)
        refuse('classes.not-settled', [
          ...(isRunning ? [{ code: 'classes.job-running' }] : []),
          ...(left > 0 ? [{ code: 'classes.certificates-left', params: { count: left } }] : []),
        ])
      },
    ),
  processOf,
)

export const closeClass = performs(
  routes.closeClass,
  (stage, { params }) =>
    bring(
      stage,
      params.classId,
      { deed: deeds.classClosed, to: 'CLOSED', ends: 'classes.close', opens: null },
      async ({ trained }) => {
        await stage.tx
          .updateTable('trainingClass')
          .set({ closedAt: sql`clock_timestamp()` })
          .where('id', '=', trained.id)
          .execute()
      },
    ),
  processOf,
)

/** What leaves the organiser's inbox with a step, and what comes in its place. */
type Step = { deed: Deed; to: ClassState; ends: string; opens: string | null }

/** One step of the class, once what stands against it was asked; its quality goes on record. */
async function bring(
  stage: Stage,
  classId: string,
  { deed, to, ends, opens }: Step,
  first: (taught: TaughtClass) => Promise<void>,
) {
  const { tx, caller } = stage
  const trained = await classForChange(tx, classId)
  const as = mustAllow(deed, caller, subjectOf(trained))
  const taught = await taughtClass(stage, classId)
  await first(taught)
  await moveClass(tx, trained, { to })
  await finishTasks(tx, { kinds: [ends], objectId: classId, by: caller.officialId })
  if (opens)
    await openTasks(tx, [
      organiserTask(trained, { kind: opens, dueAt: null, part: 'certificates' }),
    ])
  const { trainees, attendancePercent, passPercent, averageMark } = qualityOf(
    taught.results.map(({ presence, given }) => ({ ...presence, mark: given?.mark })),
    trained,
  )
  return {
    reply: { classId, state: to },
    as,
    object: objectOf(trained),
    facts: { title: trained.title, trainees, attendancePercent, passPercent, averageMark },
    process: { state: to, id: classId },
  }
}

/** From here on the list says who came, and who was expected in vain. */
async function writeWhoCame(tx: Tx, { results }: TaughtClass): Promise<void> {
  for (const state of ['ATTENDED', 'NO_SHOW'] as const) {
    const ids = results
      .filter(({ presence }) => presence.attended > 0 === (state === 'ATTENDED'))
      .map(({ person }) => person.nominationId)
    if (ids.length > 0)
      await tx.updateTable('nomination').set({ state }).where('id', 'in', ids).execute()
  }
}
