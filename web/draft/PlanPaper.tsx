import { Fragment } from 'react'
import { SECTIONS } from '../../domain/draft/plan.ts'
import type { WorkingPlan, WrittenClause } from '../../domain/draft/views.contract.ts'
import { writingRoutes } from '../../domain/draft/writing.contract.ts'
import { PaperLine, Sheet } from '../kit/paper/Sheet.tsx'
import { useText } from '../text.ts'
import { AddButton } from './AddRemove.tsx'
import { ClauseLine } from './ClauseLine.tsx'
import styles from './draft.module.css'
import { HeadLine } from './HeadLine.tsx'
import { LegalBases } from './LegalBases.tsx'
import type { Place } from './place.ts'
import { TargetLine } from './TargetLine.tsx'

type Props = { plan: WorkingPlan; place: Place; writable: boolean }

/** The plan as paper: head, legal bases, sections with their clauses and targets, last year beside. */
export function PlanPaper({ plan, place, writable }: Props) {
  const t = useText()
  const { at, open } = place
  const loose = plan.targets.filter(({ clauseCode }) => clauseCode === null)
  return (
    <Sheet label={t('draft.paperLabel')} className={styles.paper ?? ''}>
      <HeadLine
        plan={plan}
        isOpen={at === 'head'}
        writable={writable}
        onOpen={() => open('head')}
      />
      <LegalBases {...{ plan, at, writable }} onOpen={open} />
      {sectionsOf(plan.clauses).map(({ section, clauses }, index) => (
        <Fragment key={section}>
          <SectionHead {...{ section, plan }} withYear={index === 0} />
          {clauses.map((clause) => (
            <ClauseWithTargets key={clause.id} {...{ clause, plan, place, writable }} />
          ))}
          {writable && <SectionAdds {...{ section, plan }} code={clauses.at(-1)?.code ?? null} />}
        </Fragment>
      ))}
      {loose.map((target) => (
        <OneTarget key={target.id} {...{ target, plan, place, writable }} />
      ))}
      {writable && plan.clauses.length === 0 && <FirstClauses plan={plan} />}
    </Sheet>
  )
}

type HeadProps = { section: string; plan: WorkingPlan; withYear: boolean }

function SectionHead({ section, plan, withYear }: HeadProps) {
  const t = useText()
  return (
    <PaperLine
      {...(withYear && {
        margin: (
          <b className={styles.marginHead}>
            {t('draft.lastYear.head', { year: plan.planYear - 1 })}
          </b>
        ),
      })}
    >
      <h2>{section}</h2>
    </PaperLine>
  )
}

function ClauseWithTargets({ clause, ...rest }: Props & { clause: WrittenClause }) {
  const { plan, place, writable } = rest
  return (
    <>
      <ClauseLine
        clause={clause}
        lastYear={plan.planYear - 1}
        writable={writable}
        isOpen={place.at === clause.code}
        onOpen={place.open}
      />
      {plan.targets
        .filter(({ clauseCode }) => clauseCode === clause.code)
        .map((target) => (
          <OneTarget key={target.id} target={target} {...rest} />
        ))}
    </>
  )
}

function OneTarget({
  target,
  plan,
  place,
  writable,
}: Props & { target: WorkingPlan['targets'][number] }) {
  return (
    <TargetLine
      target={target}
      clauseCodes={plan.clauses.map(({ code }) => code)}
      lastYear={plan.planYear - 1}
      writable={writable}
      isOpen={place.at === target.code}
      onOpen={place.open}
      onShares={place.showTarget}
    />
  )
}

type AddsProps = { section: string; plan: WorkingPlan; code: string | null }

function SectionAdds({ section, plan, code }: AddsProps) {
  const t = useText()
  const params = { planId: plan.id }
  const isOfTargets = plan.targets.some(
    ({ clauseCode }) => clauseCode !== null && sectionOf(plan, clauseCode) === section,
  )
  return (
    <div className={styles.add}>
      <AddButton
        route={writingRoutes.addClauses}
        given={{ params, body: { rows: [{ section, heading: '', text: '' }] } }}
      >
        {t('draft.clause.add', { section: section.split('.')[0] ?? '' })}
      </AddButton>
      {(isOfTargets || section.startsWith('II.')) && (
        <AddButton
          route={writingRoutes.addTargets}
          given={{ params, body: { rows: [{ ...emptyTarget, clauseCode: code }] } }}
        >
          {t('draft.target.add')}
        </AddButton>
      )}
    </div>
  )
}

/** The parts that every plan has, for an office that writes its first one. */
function FirstClauses({ plan }: { plan: WorkingPlan }) {
  const t = useText()
  return (
    <div className={styles.add}>
      <AddButton
        route={writingRoutes.addClauses}
        given={{
          params: { planId: plan.id },
          body: {
            rows: Object.values(SECTIONS).map((section) => ({ section, heading: '', text: '' })),
          },
        }}
      >
        {t('draft.clause.addSkeleton')}
      </AddButton>
    </div>
  )
}

const emptyTarget = {
  text: '',
  kind: 'EXACT',
  value: null,
  minValue: null,
  maxValue: null,
  formula: null,
  measuredIn: 'lớp',
  measure: 'count',
  period: 'YEAR',
  population: {},
  isAllocated: false,
} as const

function sectionOf(plan: WorkingPlan, code: string): string | undefined {
  return plan.clauses.find((clause) => clause.code === code)?.section
}

function sectionsOf(clauses: readonly WrittenClause[]) {
  const sections: { section: string; clauses: WrittenClause[] }[] = []
  for (const clause of clauses) {
    const last = sections.at(-1)
    if (last?.section === clause.section) last.clauses.push(clause)
    else sections.push({ section: clause.section, clauses: [clause] })
  }
  return sections
}
