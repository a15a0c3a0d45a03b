import type { ReactNode } from 'react'
import type { Outcome } from '../../domain/inspection/finding.ts'
import type { CriterionView } from '../../domain/inspection/views.contract.ts'
import { type StateTone, StateWord } from '../kit/StateWord.tsx'
import { useText } from '../text.ts'
import { FigureLine } from './FigureLine.tsx'
import { FoundPhotos } from './FoundPhotos.tsx'
import look from './inspection.module.css'

const tones = {
  PASSED: 'done',
  PARTLY: 'soon',
  FAILED: 'act',
  NOT_APPLICABLE: 'not',
} as const satisfies Record<Outcome, StateTone>

type FoundProps = { inspectionId: string; criterion: CriterionView; children?: ReactNode }

/** One criterion as everybody reads it; `children` is what may be said to it now. */
export function Found({ inspectionId, criterion, children }: FoundProps) {
  const t = useText()
  const { number, finding, evidence, reply, answer } = criterion
  const outcome = finding?.outcome
  return (
    <div className={look.found}>
      <div className={look.foundHead}>
        <b>
          {number}. {criterion.criterion}
        </b>
        {outcome && (
          <StateWord tone={tones[outcome]}>{t(`inspection.outcomes.${outcome}`)}</StateWord>
        )}
      </div>
      {!finding && evidence && (
        <p className="small">{t('inspection.page.evidence', { text: evidence })}</p>
      )}
      {!outcome && (
        <p className="small">
          <FigureLine criterion={criterion} />
        </p>
      )}
      {finding?.note && <p className={look.said}>{finding.note}</p>}
      <FoundPhotos inspectionId={inspectionId} criterion={criterion} />
      {reply && (
        <p className="small">
          <b>{t(`inspection.reply.${reply.stance}`)}</b>
          {reply.words && `. ${t('inspection.reply.unitSaid', { words: reply.words })}`}
        </p>
      )}
      {answer && <p className="small">{t('inspection.reply.teamSaid', { words: answer })}</p>}
      {children}
    </div>
  )
}
