import { linesInTet } from '../../domain/draft/class-line.ts'
import { mostPerClass } from '../../domain/draft/judged.ts'
import type { Remark, WorkingPlan } from '../../domain/draft/views.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { Icon } from '../kit/Icon.tsx'
import { sayCode, useText } from '../text.ts'
import styles from './draft.module.css'
import { placeOf } from './outline.ts'
import type { Place } from './place.ts'

type Props = { plan: WorkingPlan; place: Place }

/** What keeps the plan back, what deserves another look, and what is in order. */
export function CheckList({ plan, place }: Props) {
  const t = useText()
  const { obstacles, warnings } = plan
  return (
    <div className={styles.checks} id="muc-checks">
      <h3>{t('draft.checks.title')}</h3>
      <ul>
        {obstacles.map((remark, index) => (
          <RemarkRow key={`o${index}`} {...{ remark, plan, place }} tone="red" />
        ))}
        {warnings.map((remark, index) => (
          <RemarkRow key={`w${index}`} {...{ remark, plan, place }} tone="amb" />
        ))}
        <InOrder plan={plan} />
      </ul>
    </div>
  )
}

type RowProps = Props & { remark: Remark; tone: 'red' | 'amb' }

function RemarkRow({ remark, plan, place, tone }: RowProps) {
  const t = useText()
  const at = placeOf(plan, remark)
  const more = useMore(remark, plan)
  return (
    <li>
      <span className={tone}>
        <Icon name="alert-triangle" />
      </span>
      <div>
        <b className={tone}>{sayCode(remark.code, written(remark))}</b>
        {more && <p>{more}</p>}
      </div>
      {at !== null && (
        <button className="btn text" type="button" onClick={() => place.open(at)}>
          {t('draft.checks.open')}
        </button>
      )}
    </li>
  )
}

/** Counts as they are read here, '3.920'; the years of a term stay as they are. */
function written({ code, params = {} }: Remark): Record<string, string | number> {
  if (!code.startsWith('draft.')) return params
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' ? writeNumber(value) : value,
    ]),
  )
}

/** Which classes it is about, and what would mend it. */
function useMore({ code }: Remark, plan: WorkingPlan): string | null {
  const t = useText()
  if (code === 'draft.lines-in-tet') {
    const codes = linesInTet(plan.classLines, plan.planYear)?.lines ?? []
    const ordinals = codes.map(
      (each) => plan.classLines.findIndex((line) => line.code === each) + 1,
    )
    return t('draft.checks.tetLines', { lines: ordinals.join(', ') })
  }
  if (code !== 'draft.classes-too-large') return null
  const targets = plan.targets.map((target) => ({ ...target, allocations: [] }))
  const most = mostPerClass(targets)
  if (most === null || most <= 0) return null
  return t('draft.checks.needed', { classes: Math.ceil(plan.totals.trainees / most), most })
}

function InOrder({ plan }: { plan: WorkingPlan }) {
  const t = useText()
  const { classLines, totals, head, obstacles } = plan
  const provided = classLines.filter((line) => line.leadUnit.trim() !== '' && line.budgetDong > 0)
  const fits = head.headlineClasses === totals.classes && head.headlineTrainees === totals.trainees
  const good = [
    ...(classLines.length > 0 && provided.length === classLines.length
      ? [t('draft.checks.provided', { done: provided.length, total: classLines.length })]
      : []),
    ...(classLines.length > 0 && fits ? [t('draft.checks.fits')] : []),
    ...(obstacles.length === 0 ? [t('draft.checks.complete')] : []),
  ]
  return good.map((words) => (
    <li key={words}>
      <span className="grn">
        <Icon name="circle-check" />
      </span>
      <div>{words}</div>
    </li>
  ))
}
