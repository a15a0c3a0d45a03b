import { wordOfPlace } from '../../domain/revision/comments-in-places.ts'
import type { PlanPlace } from '../../domain/revision/tasks.contract.ts'
import type { PlaceView } from '../../domain/revision/views.contract.ts'
import { useText } from '../text.ts'

/** A place on which units commented, in words. */
export function usePlaceName() {
  const t = useText()
  return ({ kind, code, heading }: Pick<PlaceView, 'kind' | 'code' | 'heading'>) =>
    t(`revision.page.${wordOfPlace({ kind, code })}`, { code: code ?? '', heading })
}

/** Any place of the plan, its title and its legal bases among them. */
export function usePlanPlaceName() {
  const t = useText()
  const placeName = usePlaceName()
  return ({ kind, code, heading }: Pick<PlanPlace, 'kind' | 'code' | 'heading'>) => {
    if (kind === 'HEAD') return t('revision.compare.head')
    if (kind === 'LEGAL_BASIS') return t('revision.compare.legalBasis', { code, heading })
    return placeName({ kind, code, heading })
  }
}
