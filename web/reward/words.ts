import { day, dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import type { FileState, RoundState } from '../../domain/reward/states.ts'
import type { FiguresView } from '../../domain/reward/views.contract.ts'
import type { StateTone } from '../kit/StateWord.tsx'

export const toneOfRound: Record<RoundState, StateTone> = {
  FILING: 'now',
  CHECKING: 'now',
  VOTING: 'now',
  WITH_CHAIR: 'act',
  VOTED: 'now',
  SIGNED: 'now',
  DECIDED: 'done',
  CLOSED: 'not',
}

export const toneOfFile: Record<FileState, StateTone> = {
  PROPOSED: 'now',
  CHECKED: 'now',
  COUNCIL_VOTED: 'done',
  DECIDED: 'done',
  AWARDED: 'done',
  REJECTED: 'not',
}

export const dayWords = (on: string): string => writeDay(day(on))
export const dayOf = (at: string): string => writeDay(dayOfInstant(at))

/** 96,2 %; null where nobody was tested, which is not 0. */
export function passRate({ tested, passed }: FiguresView): string | null {
  if (!tested || passed === null) return null
  return `${writeNumber(Math.round((passed / tested) * 1000) / 10)} %`
}
