import type { ReactNode } from 'react'
import { useText } from '../text.ts'
import { StateWord } from './StateWord.tsx'

export type TaskState = 'notStarted' | 'inProgress' | 'done' | 'blocked'

export type TaskStep = {
  key: string
  title: string
  state: TaskState
  /** In place of the usual word: 'Đang làm, 4 đã ghi', 'Chờ bước 3, 4, 5'. */
  words?: string
  /** The link of the step; a blocked step has none. */
  link?: ReactNode
  current?: boolean
}

const tones = {
  notStarted: { tone: 'not', icon: 'circle' },
  inProgress: { tone: 'now', icon: 'half' },
  done: { tone: 'done', icon: 'circle-check' },
  blocked: { tone: 'not', icon: 'lock' },
} as const

/** The steps of one task, each with how it stands; shown at the start and at each return. */
export function TaskList({ steps }: { steps: readonly TaskStep[] }) {
  const t = useText()
  return (
    <ol className="tasks">
      {steps.map((step, index) => (
        <li key={step.key} aria-current={step.current ? 'step' : undefined}>
          <span className="i-no">{index + 1}</span>
          <div>
            {step.current || !step.link ? (
              <span className={step.current ? 'nm2' : 'later'}>{step.title}</span>
            ) : (
              step.link
            )}
            <StateWord {...tones[step.state]}>
              {step.words ?? t(`shell.states.${step.state}`)}
            </StateWord>
          </div>
        </li>
      ))}
    </ol>
  )
}
