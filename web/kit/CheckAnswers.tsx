import type { ReactNode } from 'react'
import { useText } from '../text.ts'

export type Answer = {
  question: string
  answer: ReactNode
  /** Leads to where it is changed and back here; give a link or a button. */
  change?: ReactNode
}

/** Everything once more before it is sent; what was left out says so. */
export function CheckAnswers({ answers }: { answers: readonly Answer[] }) {
  const t = useText()
  return (
    <dl className="ck">
      {answers.map(({ question, answer, change }) => {
        const empty = answer === null || answer === undefined || answer === ''
        return (
          <div key={question}>
            <dt>{question}</dt>
            <dd className={empty ? 'quiet' : 'v'}>{empty ? t('shell.answers.none') : answer}</dd>
            {change && <dd>{change}</dd>}
          </div>
        )
      })}
    </dl>
  )
}
