import { setTimeout as pause } from 'node:timers/promises'
import type { DatabaseUrls } from '../../local/postgres-roles.ts'
import type { SmallFederation } from '../setup/small-federation.ts'
import { judge, type Verdict } from './judge.ts'
import { type Lived, liveThrough } from './many-days.ts'
import { addPresidents } from './many-presidents.ts'
import { between, type ProcessorTime, processorTime } from './processor-time.ts'
import { openRound, type SoakedRound, untilClosed } from './round.ts'

export type Soaked = {
  round: SoakedRound
  lived: Lived
  verdict: Verdict
  /** While they wrote and signed. */
  processor: ProcessorTime
  seconds: number
  /** From the end of the grace, or from the leader's word, to the closed round. */
  closingMs: number
}

export type Asked = {
  units: number
  minutes: number
  /** Who ends the round before its timer does, once everybody has gone home. */
  closeEarly?: (roundId: string) => Promise<unknown>
}
type Place = DatabaseUrls & { address: string; federation: SmallFederation }

const anHour = 3_600_000
/** So long late answers are taken; and so long a round of so many units may need to open. */
const graceOf = (ms: number) => Math.min(60_000, ms / 6)
const openingMs = (units: number) => 2_500 + units * 2

/** Units sign in, write and sign in a round that its own timer closes; then it is read again. */
export async function soakUnits(
  { address, federation, ...urls }: Place,
  { units, minutes, closeEarly }: Asked,
): Promise<Soaked> {
  const { ownerUrl } = urls
  const presidents = await addPresidents(ownerUrl, federation, units)
  const whole = minutes * 60_000
  const begunAt = Date.now() + openingMs(units)
  const dueAt = begunAt + whole
  const graceUntil = dueAt + (closeEarly ? anHour : graceOf(whole))
  const asked = { federation, units: presidents }
  const round = await openRound(urls, asked, { dueAt, graceUntil })
  await pause(Math.max(0, begunAt - Date.now()))
  const before = await processorTime(ownerUrl)
  const lived = await liveThrough({ ...round, address, presidents, begunAt, dueAt })
  const processor = between(before, await processorTime(ownerUrl))
  const seconds = (Date.now() - begunAt) / 1_000
  const closingMs = await untilItIsOver({ ownerUrl, round, graceUntil }, closeEarly)
  const verdict = await judge({ ownerUrl, ...round }, lived.acknowledged)
  return { round, lived, verdict, processor, seconds, closingMs }
}

type Open = { ownerUrl: string; round: SoakedRound; graceUntil: number }

/** How long the round took to close from when it should. */
async function untilItIsOver(
  { ownerUrl, round, graceUntil }: Open,
  closeEarly: Asked['closeEarly'],
): Promise<number> {
  const from = closeEarly ? Date.now() : graceUntil
  await closeEarly?.(round.roundId)
  await untilClosed(ownerUrl, round.roundId, from - Date.now() + 120_000)
  return Date.now() - from
}
