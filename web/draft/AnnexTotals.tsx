import type { WorkingPlan } from '../../domain/draft/views.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { useText } from '../text.ts'
import styles from './draft.module.css'
import { inMillions } from './money.ts'

type Props = { plan: WorkingPlan; columns: number }

/** How many classes, people and đồng the lines add up to, and last year's below in grey. */
export function AnnexTotals({ plan, columns }: Props) {
  const t = useText()
  const { totals } = plan
  return (
    <tfoot>
      <tr>
        <td colSpan={columns - 1} className={styles.sum}>
          {t('draft.annex.sum', sumWords(totals.classes, totals.trainees))}
          {totals.lastYearClasses > 0 && (
            <span className={styles.last}>
              {t('draft.annex.lastSum', {
                year: plan.planYear - 1,
                ...sumWords(totals.lastYearClasses, totals.lastYearTrainees),
              })}
            </span>
          )}
        </td>
        <td className={styles.right}>
          {inMillions(totals.budgetDong)}
          {totals.lastYearBudgetDong > 0 && (
            <span className={styles.last}>{inMillions(totals.lastYearBudgetDong)}</span>
          )}
        </td>
      </tr>
    </tfoot>
  )
}

function sumWords(classes: number, trainees: number) {
  const average = classes === 0 ? 0 : Math.round((trainees / classes) * 10) / 10
  return {
    classes: writeNumber(classes),
    trainees: writeNumber(trainees),
    average: writeNumber(average),
  }
}
