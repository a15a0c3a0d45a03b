import { Link } from '@tanstack/react-router'
import { z } from 'zod'
import { type SummaryForm, summaryForm } from '../../domain/inspection/forms.contract.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { useDeed } from '../deed.ts'
import { Clashes } from '../kit/autosave/Clashes.tsx'
import { SavedWord } from '../kit/autosave/SavedWord.tsx'
import type { Autosave } from '../kit/autosave/useAutosave.ts'
import { Button } from '../kit/Button.tsx'
import { ActionBar, PageHead } from '../kit/Page.tsx'
import { Note } from '../kit/Note.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { sayCode, useText } from '../text.ts'
import { useKept } from './saving.ts'
import type { VisitProps } from './VisitPage.tsx'

const stale = z.object({ revision: z.int(), theirs: summaryForm.strip() })
const parts = ['strengths', 'shortcomings', 'causes', 'recommendations'] as const
const empty: SummaryForm = { strengths: '', shortcomings: '', causes: '', recommendations: '' }

/** What the team sums up at the table, and the step from the form to the minutes. */
export function SummaryStep({ inspection, go }: VisitProps) {
  const t = useText()
  const { inspectionId, summary, criteria, minutes, obstacles } = inspection
  const { revision, ...value } = summary ?? { ...empty, revision: 0 }
  const written = useKept<SummaryForm, typeof routes.sumUp>({
    route: routes.sumUp,
    key: `summary/${inspectionId}`,
    load: { value, revision },
    given: (body) => ({ params: { inspectionId }, body }),
    revisionOf: (reply) => reply.revision,
    theirs: (details) => {
      const read = stale.safeParse(details)
      return read.success ? { revision: read.data.revision, value: read.data.theirs } : null
    },
  })
  const draw = useDeed(routes.drawMinutes)
  return (
    <section>
      <PageHead working title={t('inspection.visit.summary')} />
      <Clashes document={written} />
      <Parts written={written} />
      <Missing obstacles={obstacles} />
      <ProblemNote problem={draw.problem} />
      {minutes && (
        <p>
          <Link to="/inspections/$inspectionId" params={{ inspectionId }}>
            {t('inspection.visit.back')}
          </Link>
        </p>
      )}
      <ActionBar
        label={t('inspection.visit.bar')}
        deeds={
          <>
            <Button kind="text" onClick={() => go(criteria.length)}>
              {t('inspection.visit.previous')}
            </Button>
            <Button
              kind="primary"
              sending={draw.sending}
              blockedBy={obstacles.length > 0 ? 'minutes-obstacles' : undefined}
              onClick={() =>
                void written
                  .flush()
                  .then((isKept) =>
                    isKept ? draw.send({ params: { inspectionId }, body: {} }) : null,
                  )
              }
            >
              {t(minutes ? 'inspection.visit.redraw' : 'inspection.visit.toMinutes')}
            </Button>
          </>
        }
      >
        <SavedWord state={written.state} />
      </ActionBar>
    </section>
  )
}

function Parts({ written }: { written: Autosave<SummaryForm> }) {
  const t = useText()
  return (
    <>
      {parts.map((part) => (
        <div className="fld" key={part}>
          <label htmlFor={part}>{t(`inspection.visit.${part}`)}</label>
          <textarea
            className="inp"
            id={part}
            rows={3}
            maxLength={6000}
            value={written.value[part]}
            onChange={(event) => {
              const words = event.currentTarget.value
              written.edit((now) => ({ ...now, [part]: words }))
            }}
          />
        </div>
      ))}
    </>
  )
}

function Missing({ obstacles }: Pick<VisitProps['inspection'], 'obstacles'>) {
  if (obstacles.length === 0) return null
  return (
    <Note tone="act">
      <ul className="plain" id="minutes-obstacles">
        {obstacles.map(({ code, params }) => (
          <li key={`${code} ${params?.number ?? ''}`}>{sayCode(code, params)}</li>
        ))}
      </ul>
    </Note>
  )
}
