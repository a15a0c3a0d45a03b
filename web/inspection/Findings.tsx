import { writeDay, dayOfInstant } from '../../domain/grammar/day.ts'
import { mayDo } from '../kit/Deeds.tsx'
import { useText } from '../text.ts'
import { Found } from './Found.tsx'
import type { Props } from './InspectionPage.tsx'
import { RepliesForm } from './RepliesForm.tsx'
import { scoreWords } from './words.ts'

/** Every criterion with what was found on it, what the unit said, and what the team answered. */
export function Findings({ inspection }: Props) {
  const t = useText()
  const { criteria, allowedActions, replyDueAt, scorePercent } = inspection
  const done = criteria.filter(({ finding }) => finding?.outcome).length
  return (
    <section aria-label={t('inspection.page.findings')}>
      <h2>{t('inspection.page.findings')}</h2>
      <p>
        {t('inspection.page.progress', { done, total: criteria.length })}
        {scorePercent !== null && done === criteria.length && (
          <>. {t('inspection.page.score', { score: scoreWords(scorePercent) })}</>
        )}
      </p>
      {mayDo(allowedActions, 'findings.answered') ? (
        <>
          {replyDueAt && (
            <p>{t('inspection.reply.due', { day: writeDay(dayOfInstant(replyDueAt)) })}</p>
          )}
          <RepliesForm inspection={inspection} />
        </>
      ) : (
        criteria.map((criterion) => (
          <Found
            key={criterion.criterionId}
            inspectionId={inspection.inspectionId}
            criterion={criterion}
          />
        ))
      )}
    </section>
  )
}
