import type { Choice } from '../../domain/feedback/own-questions.ts'
import { Button } from '../kit/Button.tsx'
import { useText } from '../text.ts'
import { Line } from './Area.tsx'
import { newKey } from './question-key.ts'
import styles from './questions.module.css'

type Props = { choices: readonly Choice[]; onChange: (choices: Choice[]) => void }

/** The answers to choose from, in the order in which units read them. */
export function ChoiceLines({ choices, onChange }: Props) {
  const t = useText()
  return (
    <div className="fld">
      {choices.map(({ id, label }, index) => {
        const number = index + 1
        return (
          <div key={id} className={styles.choice}>
            <Line
              label={t('feedback.ownQuestions.choice', { number })}
              value={label}
              onChange={(written) =>
                onChange(
                  choices.map((each) => (each.id === id ? { ...each, label: written } : each)),
                )
              }
            />
            <Button
              kind="text"
              icon="trash"
              onClick={() => onChange(choices.filter((each) => each.id !== id))}
            >
              <span className="vh">{t('feedback.ownQuestions.removeChoice', { number })}</span>
            </Button>
          </div>
        )
      })}
      <Button icon="plus" onClick={() => onChange([...choices, { id: newKey('c'), label: '' }])}>
        {t('feedback.ownQuestions.addChoice')}
      </Button>
    </div>
  )
}
