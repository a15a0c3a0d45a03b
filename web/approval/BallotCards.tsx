import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { REMARK_NEEDED, type Vote, VOTES } from '../../domain/approval/ballot.ts'
import { ballotForm } from '../../domain/approval/approval.contract.ts'
import { mayDo } from '../kit/Deeds.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { ChoiceCards } from '../kit/form/ChoiceCards.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { ActionBar } from '../kit/Page.tsx'
import { useText } from '../text.ts'
import styles from './approval.module.css'
import type { DossierProps } from './Dossier.tsx'
import { useApprovalSearch } from './search.ts'
import { momentWords } from './words.ts'

/** Round the whole page where the reader may vote, so that the deed stands at its foot. */
export function BallotFrame({
  dossier,
  ballot,
  setBallot,
  children,
}: DossierProps & { children: ReactNode }) {
  const t = useText()
  const { go } = useApprovalSearch()
  if (!mayDo(dossier.allowedActions, 'ballot.cast')) return children
  const { contentSha256 } = dossier.approval
  return (
    <Form
      schema={ballotForm}
      defaultValues={{ ...ballot, remark: ballot?.remark ?? null, contentSha256 }}
      label={t('approval.ballot.title')}
      className={styles.frame ?? ''}
      onSubmit={({ vote, remark }) => {
        setBallot({ vote, remark })
        go({ step: 'check' })
      }}
    >
      {children}
      <ActionBar
        label={t('approval.ballot.title')}
        deeds={<SubmitButton>{t('approval.ballot.review')}</SubmitButton>}
      >
        <Chosen />
      </ActionBar>
    </Form>
  )
}

/** Four large cards, none of them chosen; nothing is sent before the check page. */
export function BallotCards({ dossier }: Pick<DossierProps, 'dossier'>) {
  const t = useText()
  const { mine, allowedActions } = dossier
  if (!mayDo(allowedActions, 'ballot.cast')) return <CastAlready dossier={dossier} />
  return (
    <section>
      <h2>{t('approval.ballot.title')}</h2>
      <p className="small">
        {t('approval.ballot.hint')} {!mine.ballot && t('approval.ballot.hidden')}
      </p>
      <CastAlready dossier={dossier} />
      <ChoiceCards
        name="vote"
        label={t('approval.ballot.choose')}
        hiddenLabel
        cards={VOTES.map((value) => ({
          value,
          label: t(`approval.votes.${value}`),
          explanation: t(`approval.voteExplanations.${value}`),
        }))}
      />
      <Remark />
    </section>
  )
}

function useChosen(): Vote | null {
  const chosen: unknown = useWatch({ name: 'vote' })
  return VOTES.find((vote) => vote === chosen) ?? null
}

function Remark() {
  const t = useText()
  const vote = useChosen()
  if (!vote) return null
  return (
    <AreaField
      name="remark"
      label={t('approval.ballot.remark')}
      hint={t('approval.ballot.remarkHint')}
      optional={!REMARK_NEEDED[vote]}
      whenEmpty="null"
      rows={3}
      maxLength={4000}
    />
  )
}

function Chosen() {
  const t = useText()
  const vote = useChosen()
  return (
    <output>
      {vote ? <b>“{t(`approval.votes.${vote}`)}”</b> : t('approval.ballot.nothingChosen')}
    </output>
  )
}

function CastAlready({ dossier: { mine } }: Pick<DossierProps, 'dossier'>) {
  const t = useText()
  if (!mine.ballot) return null
  const { vote, reference, castAt } = mine.ballot
  return (
    <div className="note">
      <p>
        <b>{t('approval.ballot.mine', { vote: t(`approval.votes.${vote}`) })}</b>
      </p>
      <p>{t('approval.ballot.mineAt', { reference, ...momentWords(castAt) })}</p>
    </div>
  )
}
