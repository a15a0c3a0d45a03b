import type { PlanIds } from '../bench/consultation-content.ts'
import { percentile } from '../bench/row.ts'
import { NotDone } from './firmly.ts'
import type { President } from './many-presidents.ts'
import { type Acknowledged, type Day, type Ended, unitDay } from './unit-day.ts'

export type Crowd = {
  address: string
  planYear: number
  plans: PlanIds
  presidents: readonly President[]
  begunAt: number
  dueAt: number
}

export type Lived = {
  acknowledged: Acknowledged[]
  /** How many heard no, by the code of the refusal. */
  refused: Record<string, number>
}

/** Half of them sign in the last fifth of the time, as units do; each comes when it comes. */
export async function liveThrough(crowd: Crowd): Promise<Lived> {
  const { presidents } = crowd
  const lived: Lived = { acknowledged: [], refused: {} }
  await Promise.all(
    presidents.map(async (president, at) => {
      const ended = await unitDay(dayOf(crowd, president, at)).catch(notDone)
      if ('acknowledged' in ended) lived.acknowledged.push(ended.acknowledged)
      else lived.refused[ended.refused] = (lived.refused[ended.refused] ?? 0) + 1
    }),
  )
  return lived
}

const everySoMany = 20

function dayOf(
  { presidents, begunAt, dueAt, ...of }: Crowd,
  president: President,
  at: number,
): Day {
  const whole = dueAt - begunAt
  const [isLate, place] = [at % 2 === 1, at / presidents.length]
  const share = isLate ? 0.8 + 0.2 * place : 0.05 + 0.75 * place
  const signsAt = begunAt + whole * share
  const sitsMs = Math.min(20_000, whole * 0.05)
  return { ...of, president, signsAt, sitsMs, pressesTwice: at % everySoMany === 0 }
}

function notDone(error: unknown): Ended {
  return { refused: error instanceof NotDone ? error.message : String(error) }
}

export function tookMs({ acknowledged }: Lived, percent: number): number {
  return percentile(
    acknowledged.map((each) => each.tookMs),
    percent,
  )
}
