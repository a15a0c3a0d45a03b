import {
  type OpeningPreview,
  openingRoutes as routes,
} from '../../domain/feedback/opening.contract.ts'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { cycleForDeed, cycleOfYear } from '../cycle/find.ts'
import type { Tx } from '../database.ts'
import { layConsultation } from '../draft/calendar.ts'
import { type Asked, termOf, type Wished } from '../draft/consultation.ts'
import { tellHolders } from '../outbox.ts'
import { performs, type Stage } from '../performer.ts'
import { countToAsk } from './asked-again.ts'
import { conferencesOfRound } from './conference-row.ts'
import { mustBePossible, officeOf, toldOfRound } from './office.ts'
import { linkOf } from './round-link.ts'
import { roundById, roundForClosing, type RoundRow } from './round.ts'

/** Another day, or now: then it is open as soon as its process has heard of it. */
export const moveOpening = performs(
  routes.moveOpening,
  async (stage, { params, body }) => {
    const { tx, at } = stage
    const round = await roundForClosing(tx, params.roundId)
    const as = officeOf(stage, routes.moveOpening.deed, round)
    const cycle = await cycleForDeed(tx, round.planYear)
    const { term, obstacles } = await groundOf(tx, round, { at, asked: body })
    mustBePossible(obstacles)
    const { opening: opensAt, dueAt, graceUntil } = term
    const { reason, graceDays } = body
    await tx
      .updateTable('round')
      .set((row) => ({ opensAt, dueAt, graceDays, graceUntil, revision: row('revision', '+', 1) }))
      .where('id', '=', round.id)
      .execute()
    await layConsultation(tx, cycle, { ...term, opensAt, isAgain: round.number > 1 })
    await tellOffices(stage, round, { opensAt, dueAt, reason })
    const revision = round.revision + 1
    return {
      ...toldOfRound(
        { ...round, revision },
        {
          as,
          reply: { roundId: round.id, opensAt, dueAt, graceUntil },
          facts: {
            was: round.opensAt,
            opensAt,
            opensOn: dayOfInstant(opensAt),
            dueAt,
            dueOn: dayOfInstant(dueAt),
            graceDays,
            reason,
          },
        },
      ),
      process: { state: 'PLANNED', id: round.id },
    }
  },
  async (tx, { params }) => (await roundById(tx, params.roundId)).processId,
)

/** Whom it would ask then and until when, for the dialog that asks. */
export async function openingPreviewOf(
  { tx, at }: { tx: Tx; at: string },
  { roundId, graceDays = 2, ...asked }: Wished & { roundId: string },
): Promise<OpeningPreview> {
  const round = await roundById(tx, roundId)
  const { term, obstacles } = await groundOf(tx, round, { at, asked: { ...asked, graceDays } })
  const { opensAt, dueAt, graceUntil, workingDays } = term
  const unitCount = await countToAsk(tx, round)
  return { opensAt, dueAt, graceUntil, workingDays, unitCount, obstacles }
}

async function groundOf(tx: Tx, round: RoundRow, { at, asked }: { at: string; asked: Asked }) {
  const cycle = await cycleOfYear(tx, round.planYear)
  const term = await termOf(tx, cycle.id, at, asked)
  const meetings = await outsideOf(tx, round, { from: term.opening, until: term.dueAt })
  return { term, obstacles: [...term.obstacles, ...meetings] }
}

/** A conference stays where it was set: whoever moves the round sets it anew first. */
async function outsideOf(
  tx: Tx,
  round: RoundRow,
  { from, until }: { from: string; until: string },
): Promise<Obstacle[]> {
  const held = await conferencesOfRound(tx, round.id)
  return [
    ...(held.some(({ startsAt }) => startsAt < from)
      ? [{ code: 'feedback.opening-after-meeting', at: '/opensOn' }]
      : []),
    ...(held.some(({ endsAt }) => endsAt > until)
      ? [{ code: 'feedback.due-before-meeting', at: '/dueOn' }]
      : []),
  ]
}

type Told = { opensAt: string; dueAt: string; reason: string }

function tellOffices({ tx, key }: Stage, round: RoundRow, { opensAt, dueAt, reason }: Told) {
  return tellHolders(
    tx,
    round.federationId,
    { roles: ['departmentDrafter', 'departmentHead'], unitIds: [round.unitId] },
    {
      eventKey: `round.openingMoved/${key}`,
      textKey: 'feedback.letters.openingMoved',
      params: {
        planYear: round.planYear,
        opensOn: dayOfInstant(opensAt),
        dueOn: dayOfInstant(dueAt),
        reason,
      },
      link: linkOf(round),
    },
  )
}
