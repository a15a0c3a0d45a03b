import { useId } from 'react'
import { useController } from 'react-hook-form'
import type { Population } from '../../domain/draft/target.ts'
import { EMPLOYMENTS, POSITIONS } from '../../domain/federation/position.ts'
import { LEVELS, OWNERSHIPS } from '../../domain/federation/unit-kind.ts'
import { ManyChoice } from '../kit/form/ManyChoice.tsx'
import { FilterSelect } from '../kit/table/FilterRow.tsx'
import { useText } from '../text.ts'
import look from './classes.module.css'
import { choicesOf } from './federation-words.ts'

const LISTS = { positions: POSITIONS, levels: LEVELS } as const

/** Whom the class is meant for; what is left open is not asked for, and not in the form at all. */
export function EligibilityFields() {
  const t = useText()
  const newInTermId = useId()
  const { field } = useController({ name: 'eligibility' })
  const who: Population = field.value
  const ask = <K extends keyof Population>(key: K, wanted: Population[K] | undefined) => {
    const { [key]: _, ...others } = who
    field.onChange(wanted === undefined ? others : { ...others, [key]: wanted })
  }
  return (
    <fieldset className={look.fields}>
      <legend>
        <h2>{t('classes.opening.who')}</h2>
      </legend>
      <p className={`hint ${look.wide}`}>{t('classes.opening.whoHint')}</p>
      <Choice
        label={t('classes.opening.employment')}
        values={EMPLOYMENTS}
        choices={choicesOf('employments', EMPLOYMENTS)}
        chosen={who.employment}
        onChoose={(employment) => ask('employment', employment)}
      />
      <Choice
        label={t('classes.opening.ownership')}
        values={OWNERSHIPS}
        choices={choicesOf('ownerships', OWNERSHIPS)}
        chosen={who.ownership?.[0]}
        onChoose={(ownership) => ask('ownership', ownership ? [ownership] : undefined)}
      />
      <div className={`fld ${look.wide}`}>
        {(['positions', 'levels'] as const).map((key) => (
          <ManyChoice
            key={key}
            id={`eligible-${key}`}
            label={t(`classes.opening.${key}`)}
            none={t('classes.opening.anyone')}
            choices={choicesOf(key, LISTS[key])}
            chosen={who[key] ?? []}
            onChoose={(chosen) => ask(key, chosen.length > 0 ? chosen : undefined)}
          />
        ))}
      </div>
      <span className={`check-row ${look.wide}`}>
        <input
          className="chk"
          type="checkbox"
          id={newInTermId}
          checked={who.newInTerm === true}
          onChange={(event) => ask('newInTerm', event.currentTarget.checked || undefined)}
        />
        <label htmlFor={newInTermId}>{t('classes.opening.newInTerm')}</label>
      </span>
    </fieldset>
  )
}

type Props<V extends string> = {
  label: string
  values: readonly V[]
  choices: readonly { value: string; label: string }[]
  chosen: V | undefined
  onChoose: (chosen: V | undefined) => void
}

/** One of several, or no demand. */
function Choice<V extends string>({ label, values, choices, chosen, onChoose }: Props<V>) {
  const t = useText()
  return (
    <FilterSelect
      label={label}
      value={chosen ?? ''}
      choices={[{ value: '', label: t('classes.opening.anyone') }, ...choices]}
      onChoose={(word) => onChoose(values.find((value) => value === word))}
    />
  )
}
