import {
  OPINION_PARTS,
  type OpinionFigures,
  type OpinionPart,
} from '../../domain/revision/opinion-figures.ts'
import type { Part } from '../kit/StackedBar.tsx'
import { useText } from '../text.ts'

const looks = {
  accepted: 'full',
  partly: 'light',
  notAccepted: 'dark',
  other: 'pale',
  open: 'open',
} as const satisfies Record<OpinionPart, Part['look']>

/** The ways a comment may stand, as bars and legends show them. */
export function useOpinionParts() {
  const t = useText()
  const names: Record<OpinionPart, string> = {
    accepted: t('revision.dispositions.ACCEPTED'),
    partly: t('revision.dispositions.PARTLY'),
    notAccepted: t('revision.dispositions.NOT_ACCEPTED'),
    other: t('revision.row.other'),
    open: t('revision.dispositions.OPEN'),
  }
  return (figures: OpinionFigures): (Part & { key: OpinionPart })[] =>
    OPINION_PARTS.map((key) => ({
      key,
      name: names[key],
      number: figures[key],
      look: looks[key],
    }))
}
