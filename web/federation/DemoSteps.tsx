import { PHASES } from '../../domain/cycle/phases.ts'
import type { DemoPersons } from '../account.ts'
import { Icon } from '../kit/Icon.tsx'
import { sayKey, useText } from '../text.ts'
import look from './sign-in.module.css'

type Person = DemoPersons['persons'][number]
type Props = { persons: readonly Person[]; onChoose: (username: string) => void }

/** One person for each step of the year; one press enters as that person. */
export function DemoSteps({ persons, onChoose }: Props) {
  const t = useText()
  const steps = [...new Set(persons.map((person) => person.step))]
  return (
    <>
      <h2>{t('shell.signIn.tryHeading')}</h2>
      <p className={`quiet ${look.note}`}>{t('shell.signIn.tryNote')}</p>
      <ol className={look.steps}>
        {steps.map((step) => (
          <li key={step}>
            <span className={look.node} aria-hidden="true">
              {numberOf(step)}
            </span>
            <span className={look.step}>
              {sayKey(`cycle.phases.${step}`) ?? sayKey(`federation.demoSteps.${step}`) ?? step}
            </span>
            <ul>
              {persons
                .filter((person) => person.step === step)
                .map((person) => (
                  <li key={person.username}>
                    <button type="button" onClick={() => onChoose(person.username)}>
                      <b>{person.fullName}</b>
                      <span>
                        {person.title}, {person.unitName}
                      </span>
                      <Icon name="arrow-right" />
                    </button>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  )
}

/** The number that the step has on the ribbon; who looks after the system stands beside it. */
function numberOf(step: string): string {
  const index = PHASES.findIndex((phase) => phase === step)
  return index < 0 ? '·' : String(index + 1)
}
