import type { OwnQuestion } from '../../domain/feedback/own-questions.ts'
import { Button } from '../kit/Button.tsx'
import { useText } from '../text.ts'
import styles from './questions.module.css'
import { newKey } from './question-key.ts'
import { QuestionEditor } from './QuestionEditor.tsx'

export type EditQuestions = (change: (now: OwnQuestion[]) => OwnQuestion[]) => void

type Props = {
  questions: readonly OwnQuestion[]
  edit: EditQuestions
  /** Questions that are being answered keep their kind. */
  keptKinds?: ReadonlySet<string>
}

/** The department's own questions, in the order in which units will read them. */
export function QuestionList({ questions, edit, keptKinds = new Set() }: Props) {
  const t = useText()
  const move = (index: number, by: number) =>
    edit((now) => {
      const moved = now[index]
      if (!moved) return now
      return now.toSpliced(index, 1).toSpliced(index + by, 0, moved)
    })
  return (
    <section>
      <h2>{t('feedback.ownQuestions.title')}</h2>
      <p className="quiet">
        {t(questions.length > 0 ? 'feedback.ownQuestions.lead' : 'feedback.ownQuestions.none')}
      </p>
      <ol className={styles.list}>
        {questions.map((question, index) => {
          const number = index + 1
          return (
            <li key={question.id}>
              <QuestionEditor
                question={question}
                before={questions.slice(0, index)}
                number={number}
                keepsKind={keptKinds.has(question.id)}
                onChange={(change) =>
                  edit((now) =>
                    now.map((each) => (each.id === question.id ? { ...each, ...change } : each)),
                  )
                }
              />
              <div className="row">
                {index > 0 && (
                  <Button kind="text" icon="arrow-up" onClick={() => move(index, -1)}>
                    {t('feedback.ownQuestions.up', { number })}
                  </Button>
                )}
                {number < questions.length && (
                  <Button kind="text" icon="arrow-down" onClick={() => move(index, 1)}>
                    {t('feedback.ownQuestions.down', { number })}
                  </Button>
                )}
                <Button
                  kind="text"
                  icon="trash"
                  onClick={() => edit((now) => now.filter(({ id }) => id !== question.id))}
                >
                  {t('feedback.ownQuestions.remove', { number })}
                </Button>
              </div>
            </li>
          )
        })}
      </ol>
      <Button icon="plus" onClick={() => edit((now) => [...now, newQuestion()])}>
        {t('feedback.ownQuestions.add')}
      </Button>
    </section>
  )
}

function newQuestion(): OwnQuestion {
  return {
    id: newKey('q'),
    kind: 'TEXT',
    label: '',
    hint: '',
    isRequired: false,
    choices: [],
    measuredIn: '',
    lowest: '',
    highest: '',
    when: null,
  }
}
