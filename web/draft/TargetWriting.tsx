import { useWatch } from 'react-hook-form'
import { targetForm, type TargetForm } from '../../domain/draft/forms.contract.ts'
import { sentenceOf } from '../../domain/draft/sentence.ts'
import { FIGURES_OF_KIND, MEASURES, TARGET_KINDS } from '../../domain/draft/target.ts'
import type { WrittenTarget } from '../../domain/draft/views.contract.ts'
import { writingRoutes } from '../../domain/draft/writing.contract.ts'
import type { Autosave } from '../kit/autosave/useAutosave.ts'
import { Button } from '../kit/Button.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { CheckField } from '../kit/form/CheckField.tsx'
import { NumberField } from '../kit/form/NumberField.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { useText } from '../text.ts'
import { RemoveButton } from './AddRemove.tsx'
import styles from './draft.module.css'
import { PopulationFields } from './PopulationFields.tsx'
import type { TargetProps } from './TargetLine.tsx'
import { partSaves } from './part-saves.ts'
import { Writing } from './Writing.tsx'

/** A target of one of five kinds: its figures, whom it speaks of, and the sentence that prints. */
export function TargetWriting({ target, clauseCodes, lastYear, onOpen }: TargetProps) {
  const t = useText()
  const choices = <const T extends readonly string[]>(of: T, word: (value: T[number]) => string) =>
    of.map((value: T[number]) => ({ value, label: word(value) }))
  return (
    <Writing
      part={`target/${target.id}`}
      schema={targetForm}
      load={{ value: formOf(target), revision: target.revision }}
      save={partSaves.target(target.id)}
      label={t('draft.target.label', { code: target.code })}
      className={styles.fields ?? ''}
      tidy={withoutEmptyWishes}
    >
      {(now) => (
        <>
          <SelectField
            name="kind"
            label={t('draft.target.kind')}
            choices={choices(TARGET_KINDS, (kind) => t(`draft.kind.${kind}`))}
          />
          <Figures />
          <TextField name="measuredIn" label={t('draft.target.measuredIn')} maxLength={60} />
          <SelectField
            name="clauseCode"
            label={t('draft.target.clause')}
            choices={choices(clauseCodes, (code) => code)}
            whenEmpty="null"
          />
          <SelectField
            name="measure"
            label={t('draft.target.measure')}
            className={styles.two ?? ''}
            choices={choices(MEASURES, (measure) => t(`draft.measure.${measure}`))}
          />
          <SelectField
            name="period"
            label={t('draft.target.period')}
            className={styles.two ?? ''}
            choices={choices(['YEAR', 'TERM'] as const, (period) => t(`draft.period.${period}`))}
          />
          <PopulationFields />
          <AreaField name="text" label={t('draft.target.text')} className="wide" paper />
          <CheckField name="isAllocated" label={t('draft.target.isAllocated')} className="wide" />
          <Below {...{ target, lastYear, onOpen, now }} />
        </>
      )}
    </Writing>
  )
}

function Figures() {
  const t = useText()
  const kind = useWatch<TargetForm, 'kind'>({ name: 'kind' })
  const figures: readonly string[] = FIGURES_OF_KIND[kind] ?? []
  return (
    <>
      {figures.includes('value') && (
        <NumberField name="value" label={t('draft.target.value')} decimals={2} />
      )}
      {figures.includes('minValue') && (
        <NumberField name="minValue" label={t('draft.target.from')} decimals={2} />
      )}
      {figures.includes('maxValue') && (
        <NumberField name="maxValue" label={t('draft.target.to')} decimals={2} />
      )}
      {figures.includes('formula') && (
        <TextField
          name="formula"
          label={t('draft.target.formula')}
          className={styles.two ?? ''}
          whenEmpty="null"
          maxLength={500}
        />
      )}
    </>
  )
}

type BelowProps = Pick<TargetProps, 'target' | 'lastYear' | 'onOpen'> & {
  now: Autosave<TargetForm>
}

/** Ready sentences to take over, the count of people, and the way out. */
function Below({ target, lastYear, onOpen, now }: BelowProps) {
  const t = useText()
  const params = { targetId: target.id }
  const sentence = sentenceOf({ ...target, ...now.value, denominatorOn: null })
  const take = (text: string) => now.edit((value) => ({ ...value, text }))
  return (
    <div className={styles.wide}>
      {sentence && sentence !== now.value.text && (
        <Button kind="text" onClick={() => take(sentence)}>
          {t('draft.target.takeSentence')}
        </Button>
      )}{' '}
      {target.lastYearText && target.lastYearText !== now.value.text && (
        <Button kind="text" onClick={() => take(target.lastYearText ?? '')}>
          {t('draft.lastYear.take', { year: lastYear })}
        </Button>
      )}{' '}
      <RemoveButton
        route={writingRoutes.removeTarget}
        given={{ params }}
        revision={target.revision}
        name={t('draft.target.name', { code: target.code })}
        onGone={() => onOpen(null)}
      />
    </div>
  )
}

function formOf(target: WrittenTarget): TargetForm {
  const { clauseCode, text, kind, value, minValue, maxValue, formula } = target
  const { measuredIn, measure, period, population, isAllocated } = target
  const figures = { kind, value, minValue, maxValue, formula }
  return { clauseCode, text, ...figures, measuredIn, measure, period, population, isAllocated }
}

function withoutEmptyWishes(values: TargetForm): TargetForm {
  const wishes = Object.entries(values.population).filter(
    ([, wish]) =>
      ![undefined, null, '', false].some((nothing) => nothing === wish) &&
      !(Array.isArray(wish) && wish.length === 0),
  )
  return { ...values, population: Object.fromEntries(wishes) }
}
