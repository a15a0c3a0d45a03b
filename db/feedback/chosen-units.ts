import { sql } from 'kysely'
import { isAnswerState } from '../../domain/feedback/answer.ts'
import { obstaclesToReminding } from '../../domain/feedback/round.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { workingDaysLeft } from '../../domain/grammar/working-days.ts'
import { sayLetter } from '../../domain/text/say-letter.ts'
import { vi } from '../../domain/text/vi.ts'
import { clockOf } from '../context.ts'
import type { Tx } from '../database.ts'
import { contactOf, helpFacts } from './contact.ts'
import { holidaysOf, type RoundRow } from './round.ts'

type Chosen = {
  answerId: string
  unitId: string
  unitName: string
  state: string
  dueAt: string
  lastSentAt: string | null
}

export type Remindable = {
  answerId: string
  unitId: string
  unitName: string
  /** What the letter is said from, in its reader's language. */
  params: Record<string, string | number>
  /** How it reads in Vietnamese: for the preview, and kept as what was sent. */
  text: string
}
export type NotRemindable = {
  answerId: string
  unitName: string
  code: string
  againAt: string | null
}

const dayMs = 86_400_000

/** Who of the chosen units may be reminded now and with which words, and who may not, by name. */
export async function remindable(
  tx: Tx,
  round: RoundRow,
  answerIds: readonly string[],
): Promise<{ to: Remindable[]; refused: NotRemindable[] }> {
  const now = await clockOf(tx)
  const units = await chosenUnits(tx, round, answerIds)
  const paramsFor = await paramsOf(tx, round, now)
  const judged = units.map((unit) => ({ unit, code: obstacleOf(unit, now) }))
  return {
    to: judged.flatMap(({ unit, code }) =>
      code === null
        ? [
            {
              answerId: unit.answerId,
              unitId: unit.unitId,
              unitName: unit.unitName,
              ...said(paramsFor(unit)),
            },
          ]
        : [],
    ),
    refused: judged.flatMap(({ unit, code }) =>
      code === null
        ? []
        : [
            {
              answerId: unit.answerId,
              unitName: unit.unitName,
              code,
              againAt: againAt(unit, code),
            },
          ],
    ),
  }
}

function obstacleOf({ state, lastSentAt }: Chosen, now: string): string | null {
  if (!isAnswerState(state)) return 'feedback.already-answered'
  return obstaclesToReminding({ now, lastSentAt, state })[0]?.code ?? null
}

function againAt({ lastSentAt }: Chosen, code: string): string | null {
  if (code !== 'feedback.reminded-recently' || !lastSentAt) return null
  return new Date(Date.parse(lastSentAt) + dayMs).toISOString()
}

async function chosenUnits(
  tx: Tx,
  round: RoundRow,
  answerIds: readonly string[],
): Promise<Chosen[]> {
  const { rows } = await sql<Chosen>`
    select a.id as "answerId", a.unit_id as "unitId", u.name as "unitName", a.state,
      greatest(${round.dueAt}::timestamptz, max(e.due_at)) as "dueAt",
      (select max(r.sent_at) from reminder r
        where r.round_id = a.round_id and r.unit_id = a.unit_id) as "lastSentAt"
    from answer a
    join unit u on u.id = a.unit_id
    left join extension e on e.round_id = a.round_id and e.unit_id = a.unit_id
    where a.round_id = ${round.id} and a.id = any(${[...answerIds]}::uuid[])
    group by a.id, u.name
    order by u.name collate vi_natural, a.id`.execute(tx)
  return rows
}

/** Of one unit: how far it is, until when it has time, and whom it may call. */
async function paramsOf(tx: Tx, round: RoundRow, now: string) {
  const holidays = await holidaysOf(tx)
  const help = helpFacts(await contactOf(tx, round))
  return ({ unitName, state, dueAt }: Chosen): Remindable['params'] => {
    const dueOn = dayOfInstant(dueAt)
    return {
      unitName,
      planYear: round.planYear,
      howFar: howFar(state),
      sentOn: dayOfInstant(round.opensAt),
      dueOn,
      daysLeft: workingDaysLeft(dayOfInstant(now), dueOn, holidays),
      ...help,
    }
  }
}

function said(params: Remindable['params']): Pick<Remindable, 'params' | 'text'> {
  return { params, text: sayLetter(vi, { textKey: 'feedback.letters.reminderMade', params }).body }
}

function howFar(state: string): 'notOpened' | 'read' | 'writing' {
  if (state === 'NOT_OPENED') return 'notOpened'
  return state === 'OPENED' || state === 'READ' ? 'read' : 'writing'
}
