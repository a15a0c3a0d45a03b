import { Controller, useFormContext } from 'react-hook-form'
import { EMPLOYMENTS, POSITIONS } from '../../domain/federation/position.ts'
import { OWNERSHIPS } from '../../domain/federation/unit-kind.ts'
import { choicesOf } from './federation-words.ts'
import { FilterSelect } from '../kit/table/FilterRow.tsx'
import { useText } from '../text.ts'
import look from './classes.module.css'

/** Whom the class is meant for; what is left open is not asked for. */
export function EligibilityFields() {
  const t = useText()
  return (
    <fieldset className={look.fields}>
      <legend>
        <h2>{t('classes.opening.who')}</h2>
      </legend>
      <p className={`hint ${look.wide}`}>{t('classes.opening.whoHint')}</p>
      <Choice
        name="eligibility.employment"
        label={t('classes.opening.employment')}
        choices={choicesOf('employments', EMPLOYMENTS)}
      />
      <Choice
        name="eligibility.positions"
        label={t('classes.opening.position')}
        choices={choicesOf('positions', POSITIONS)}
        asList
      />
      <Choice
        name="eligibility.ownership"
        label={t('classes.opening.ownership')}
        choices={choicesOf('ownerships', OWNERSHIPS)}
        asList
      />
    </fieldset>
  )
}

type Props = {
  name: string
  label: string
  choices: readonly { value: string; label: string }[]
  /** The contract takes several; most classes ask for one. */
  asList?: boolean
}

function Choice({ name, label, choices, asList = false }: Props) {
  const t = useText()
  const { control } = useFormContext()
  return (
    <Controller
      name={name}
      control={control}
      render={({ field }) => {
        const held: unknown = Array.isArray(field.value) ? field.value[0] : field.value
        return (
          <FilterSelect
            label={label}
            value={typeof held === 'string' ? held : ''}
            choices={[{ value: '', label: t('classes.opening.anyone') }, ...choices]}
            onChoose={(chosen) =>
              field.onChange(chosen === '' ? undefined : asList ? [chosen] : chosen)
            }
          />
        )
      }}
    />
  )
}
