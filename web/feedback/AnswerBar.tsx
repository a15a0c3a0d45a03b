import type { ReactNode } from 'react'
import { SavedWord } from '../kit/autosave/SavedWord.tsx'
import { ActionBar } from '../kit/Page.tsx'
import { useText } from '../text.ts'
import type { AnswerDocument } from './answer-document.ts'

type Props = { document: AnswerDocument; why?: ReactNode; children: ReactNode }

/** At the foot of every step: what is saved, what is missing, and the way on. */
export function AnswerBar({ document, why, children }: Props) {
  const t = useText()
  return (
    <ActionBar label={t('feedback.answer.bar')} deeds={children}>
      <SavedWord state={document.state} />
      {why && <span className="only-desk">{why}</span>}
    </ActionBar>
  )
}
