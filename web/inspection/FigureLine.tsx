import type { CriterionView } from '../../domain/inspection/views.contract.ts'
import { sayKey, useText } from '../text.ts'

/** What the system itself knows of a criterion, where it counts anything of the kind. */
export function FigureLine({ criterion: { figure } }: { criterion: CriterionView }) {
  const t = useText()
  if (!figure) return null
  if (!figure.params) return <span className="quiet">{t('inspection.page.noFigure')}</span>
  return <>{sayKey(`inspection.figures.${figure.name}`, figure.params)}</>
}
