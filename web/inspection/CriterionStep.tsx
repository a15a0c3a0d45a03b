import { z } from 'zod'
import { type FindingForm, findingForm } from '../../domain/inspection/forms.contract.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import type { CriterionView } from '../../domain/inspection/views.contract.ts'
import { Clashes } from '../kit/autosave/Clashes.tsx'
import { SavedWord } from '../kit/autosave/SavedWord.tsx'
import { Button } from '../kit/Button.tsx'
import { ActionBar } from '../kit/Page.tsx'
import { useTitle } from '../kit/title.ts'
import { useText } from '../text.ts'
import { FindingPhotos } from './FindingPhotos.tsx'
import { FindingFields } from './FindingFields.tsx'
import { FigureLine } from './FigureLine.tsx'
import look from './inspection.module.css'
import { useKept } from './saving.ts'
import type { VisitProps } from './VisitPage.tsx'

type Props = VisitProps & { criterion: CriterionView }

const stale = z.object({ revision: z.int(), theirs: findingForm.strip() })
const empty: FindingForm = { outcome: null, note: '', score: null, severity: null, captions: {} }

/** One criterion: what is asked, what the system knows, what was found. */
export function CriterionStep({ inspection, criterion, go }: Props) {
  const t = useText()
  const { inspectionId, criteria } = inspection
  const { criterionId, number, section, finding } = criterion
  useTitle(`${number}. ${criterion.criterion}`)
  const { outcome, note, score, severity, captions = {} } = finding ?? empty
  const written = useKept<FindingForm, typeof routes.writeFinding>({
    route: routes.writeFinding,
    key: `finding/${criterionId}`,
    load: { value: { outcome, note, score, severity, captions }, revision: finding?.revision ?? 0 },
    given: (body) => ({ params: { inspectionId, criterionId }, body }),
    revisionOf: ({ revision }) => revision,
    theirs: (details) => {
      const read = stale.safeParse(details)
      return read.success ? { revision: read.data.revision, value: read.data.theirs } : null
    },
  })
  const done = criteria.filter((each) =>
    each.criterionId === criterionId ? written.value.outcome : each.finding?.outcome,
  ).length
  const step = { number, total: criteria.length, section }
  return (
    <section className={look.crit} aria-labelledby="criterion">
      <p className={look.step}>{t('inspection.visit.step', step)}</p>
      <Meter done={done} total={criteria.length} />
      <h1 id="criterion">{criterion.criterion}</h1>
      {criterion.evidence && <p className={look.ask}>{criterion.evidence}</p>}
      <p className={look.seen}>
        <FigureLine criterion={criterion} />
      </p>
      <Clashes document={written} />
      <FindingFields written={written} criterion={criterion} />
      <FindingPhotos {...{ inspectionId, criterion, written }} />
      <ActionBar
        label={t('inspection.visit.bar')}
        deeds={
          <>
            {number > 1 && (
              <Button kind="text" onClick={() => go(number - 1)}>
                {t('inspection.visit.previous')}
              </Button>
            )}
            <Button
              kind="primary"
              iconAfter="chevron-right"
              onClick={() => go(number < criteria.length ? number + 1 : 'summary')}
            >
              {t(number < criteria.length ? 'inspection.visit.next' : 'inspection.visit.toSummary')}
            </Button>
          </>
        }
      >
        <SavedWord state={written.state} />{' '}
        <span>{t('inspection.visit.done', { done, total: criteria.length })}</span>
      </ActionBar>
    </section>
  )
}

function Meter({ done, total }: { done: number; total: number }) {
  const t = useText()
  return (
    <svg
      className={look.meter}
      role="img"
      aria-label={t('inspection.visit.done', { done, total })}
      viewBox={`0 0 ${total} 1`}
      preserveAspectRatio="none"
    >
      <rect width={total} height="1" fill="#d8d0c0" />
      <rect width={done} height="1" fill="#1a3c74" />
    </svg>
  )
}
