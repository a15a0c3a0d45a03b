import { Link } from '@tanstack/react-router'
import type { FileView, RoundView } from '../../domain/reward/views.contract.ts'
import { StateWord } from '../kit/StateWord.tsx'
import { sayCode, useText } from '../text.ts'
import type { BallotDraft } from './BallotFrame.tsx'
import { FileDeeds } from './FileDeeds.tsx'
import { FileVote } from './FileVote.tsx'
import { Figures } from './Figures.tsx'
import look from './reward.module.css'
import { dayWords, toneOfFile } from './words.ts'

type Props = {
  file: FileView
  round: RoundView
  vote: BallotDraft | null
  onVote: (vote: BallotDraft) => void
}

/** One file: whom it honours and for what, the figures, the unit's report, the check, the votes. */
export function File({ file, round, vote, onVote }: Props) {
  const t = useText()
  const heading = `file-${file.id}`
  return (
    <section className={look.file} aria-labelledby={heading}>
      <h3 id={heading}>
        {file.number}. {file.subjectName}
      </h3>
      <p className="row">
        <StateWord tone={toneOfFile[file.state]}>{t(`reward.fileStates.${file.state}`)}</StateWord>
        <span>
          {t(`reward.forms.${file.form}`)}.{' '}
          {file.officialId !== null && (
            <Link to="/units/$id" params={{ id: file.unitId }}>
              {file.unitName}
            </Link>
          )}
        </span>
      </p>
      <p className="paper-voice">{file.citation}</p>
      <p className="small">
        {t(`reward.origins.${file.origin}`)}
        {file.proposedBy && `. ${t('reward.pages.round.proposedBy', { name: file.proposedBy })}.`}
      </p>
      <Figures figures={file.figures} />
      <Report file={file} />
      <Outcome file={file} />
      <FileDeeds file={file} />
      <FileVote {...{ file, round, vote, onVote }} />
    </section>
  )
}

function Report({ file: { report } }: { file: FileView }) {
  const t = useText()
  if (!report) return <p className="small">{t('reward.pages.round.noReport')}</p>
  return (
    <details>
      <summary>{t('reward.pages.round.report')}</summary>
      <p className={look.report}>{report.text}</p>
    </details>
  )
}

function Outcome({ file }: { file: FileView }) {
  const t = useText()
  const { check, rejectedBecause, handedOverOn, handedOverTo, awardNumber } = file
  const isByCouncil = check?.outcome === 'PASSED'
  return (
    <>
      {check?.outcome === 'PASSED' && (
        <p className="small">{t('reward.pages.round.passed', { name: check.by })}</p>
      )}
      {rejectedBecause && (
        <p>
          {isByCouncil
            ? t('reward.pages.round.rejectedByCouncil', { reason: rejectedBecause })
            : t('reward.pages.round.rejected', { reason: rejectedBecause })}
        </p>
      )}
      {awardNumber !== null && (
        <p className="small">
          {t('reward.pages.round.awardNumber', { number: awardNumber })}
          {handedOverOn &&
            `. ${t('reward.pages.round.handedOver', { day: dayWords(handedOverOn), name: handedOverTo ?? '' })}`}
        </p>
      )}
      {file.isOwn && file.state === 'CHECKED' && (
        <p>
          <b>{t('reward.pages.round.own')}</b> {sayCode('reward.own-award')}
        </p>
      )}
    </>
  )
}
