import { Link } from '@tanstack/react-router'
import type { Outcome } from '../../domain/inspection/finding.ts'
import type { CriterionView, InspectionView } from '../../domain/inspection/views.contract.ts'
import { Icon } from '../kit/Icon.tsx'
import type { IconName } from '../kit/icon-paths.ts'
import { useText } from '../text.ts'
import look from './inspection.module.css'

type Props = { inspection: InspectionView; current: number | 'summary' }

const marks = {
  PASSED: ['circle-check', 'grn'],
  PARTLY: ['half', 'amb'],
  FAILED: ['circle-x', 'red'],
  NOT_APPLICABLE: ['minus', 'later'],
} as const satisfies Record<Outcome, readonly [IconName, string]>

/** All criteria by section, each with what was found; beside the form on a laptop. */
export function CriterionList({ inspection, current }: Props) {
  const t = useText()
  const { unitName, criteria, inspectionId } = inspection
  const done = criteria.filter(({ finding }) => finding?.outcome).length
  const sections = [...new Set(criteria.map(({ section }) => section))]
  return (
    <nav className={look.list} aria-label={t('inspection.visit.criteria')}>
      <h2>{unitName}</h2>
      <p className="small">{t('inspection.visit.done', { done, total: criteria.length })}</p>
      {sections.map((section) => (
        <div key={section}>
          <h3>{section}</h3>
          <ol>
            {criteria
              .filter((criterion) => criterion.section === section)
              .map((criterion) => (
                <Line
                  key={criterion.criterionId}
                  {...{ criterion, inspectionId, isCurrent: criterion.number === current }}
                />
              ))}
          </ol>
        </div>
      ))}
      <ol>
        <li className={current === 'summary' ? look.current : undefined}>
          <Link
            to="/inspections/$inspectionId/visit"
            params={{ inspectionId }}
            search={{ at: 'summary' }}
            aria-current={current === 'summary' ? 'step' : undefined}
          >
            <span />
            <span>{t('inspection.visit.summary')}</span>
          </Link>
        </li>
      </ol>
    </nav>
  )
}

type LineProps = { criterion: CriterionView; inspectionId: string; isCurrent: boolean }

function Line({ criterion, inspectionId, isCurrent }: LineProps) {
  const t = useText()
  const { number, criterion: words, finding } = criterion
  const outcome = finding?.outcome ?? null
  const [icon, tone] = isCurrent
    ? (['pencil', 'blu'] as const)
    : outcome
      ? marks[outcome]
      : (['circle', 'later'] as const)
  return (
    <li className={isCurrent ? look.current : undefined}>
      <Link
        to="/inspections/$inspectionId/visit"
        params={{ inspectionId }}
        search={{ at: number }}
        aria-current={isCurrent ? 'step' : undefined}
      >
        <span>{number}</span>
        <span>{words}</span>
        <span className={tone}>
          <Icon name={icon} />
          <span className="vh">
            {outcome
              ? t(`inspection.outcomes.${outcome}`)
              : t(isCurrent ? 'inspection.visit.writing' : 'inspection.visit.notDone')}
          </span>
        </span>
      </Link>
    </li>
  )
}
