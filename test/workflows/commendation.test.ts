import { afterEach, expect, test } from 'vitest'
import { inMs, openStage, type Stage } from './stage.ts'

let stage: Stage | undefined
afterEach(() => stage?.close())

/** A round whose deeds and timers lead it through the given states. */
function aRound(states: string[], ms: { files?: number; council?: number } = {}) {
  const dates = { files: inMs(ms.files ?? 3_600_000), council: inMs(ms.council ?? 3_600_000) }
  const round = { state: states[0] ?? 'FILING', filings: 0, closings: 0 }
  const goOn = () => {
    states.shift()
    round.state = states[0] ?? round.state
  }
  return {
    round,
    dates,
    performDeed: async () => {
      goOn()
      return { state: round.state }
    },
    standingOfCommendation: async () => {
      if (round.state === 'FILING') return { state: 'FILING', next: next('filesDue', dates.files) }
      if (round.state === 'VOTING')
        return { state: 'VOTING', next: next('councilDue', dates.council) }
      return { state: round.state, next: null }
    },
    endFiling: async () => {
      round.filings += 1
      goOn()
    },
    closeCouncil: async () => {
      round.closings += 1
      dates.council = inMs(250)
      goOn()
      return { state: round.state }
    },
  }
}
const next = (moment: string, at: string) => ({ moment, at })

test('a round is filed, checked, voted on, signed and numbered by people', async () => {
  const hands = aRound(['FILING', 'VOTING', 'VOTED', 'SIGNED', 'DECIDED'])
  stage = await openStage(hands)
  const process = await stage.start('commendation', { commendationId: 'c1' })
  for (let deed = 0; deed < 4; deed += 1) await process.deed()
  await process.result()
  expect(hands.round).toEqual({ state: 'DECIDED', filings: 0, closings: 0 })
})

test('its filing and its voting end by their timers; without a quorum once more, then the chair', async () => {
  const hands = aRound(['FILING', 'CHECKING', 'VOTING', 'VOTING', 'WITH_CHAIR', 'CLOSED'], {
    files: 200,
    council: 400,
  })
  stage = await openStage(hands)
  const process = await stage.start('commendation', { commendationId: 'c1' })
  await expect.poll(() => hands.round.state, { timeout: 20_000 }).toBe('CHECKING')
  await process.deed()
  await expect.poll(() => hands.round.state, { timeout: 20_000 }).toBe('WITH_CHAIR')
  await process.deed()
  await process.result()
  expect(hands.round).toEqual({ state: 'CLOSED', filings: 1, closings: 2 })
})

test('a round for which nobody was proposed ends with its filing', async () => {
  const hands = aRound(['FILING', 'CLOSED'], { files: 200 })
  stage = await openStage(hands)
  const process = await stage.start('commendation', { commendationId: 'c1' })
  await process.result()
  expect(hands.round).toMatchObject({ filings: 1, closings: 0 })
})
