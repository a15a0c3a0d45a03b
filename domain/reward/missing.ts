import type { Target } from '../draft/target.ts'
import { sourceOf } from './results.ts'

export const MISSING = [
  'denominator',
  'enterprises',
  'unionQuality',
  'noLedger',
  'audiences',
  'marks',
  'sessions',
  'movement',
] as const
/** The fact for want of which a figure of the year is not known. */
export type Missing = (typeof MISSING)[number]

type Asked = Pick<
  Target,
  'kind' | 'measure' | 'measuredIn' | 'population' | 'isAllocated' | 'denominator'
>

/** Why what was done is not known; the reason is named, so that somebody can see to it. */
export function missingFor(target: Asked): Missing {
  const source = sourceOf(target)
  if (source === null) return noSource(target)
  if (target.kind === 'PERCENT') return 'denominator'
  switch (source) {
    case 'classesFor':
      return 'audiences'
    case 'passRate':
      return 'marks'
    case 'questionShare':
      return 'sessions'
    case 'netGrowth':
      return 'movement'
    case 'heldClasses':
    case 'ownClasses':
    case 'attended':
    case 'certified':
    case 'newUnions':
      return 'noLedger'
  }
}

function noSource({ measuredIn }: Asked): Missing {
  if (measuredIn === 'doanh nghiệp') return 'enterprises'
  return measuredIn === 'công đoàn cơ sở' ? 'unionQuality' : 'noLedger'
}
