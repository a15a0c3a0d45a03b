import { Controller } from 'react-hook-form'
import { EMPLOYMENTS, POSITIONS } from '../../domain/federation/position.ts'
import { LEVELS, OWNERSHIPS, UNIT_KINDS } from '../../domain/federation/unit-kind.ts'
import { CheckField } from '../kit/form/CheckField.tsx'
import { FieldMessage } from '../kit/form/FieldFrame.tsx'
import { ManyChoice } from '../kit/form/ManyChoice.tsx'
import { NumberField } from '../kit/form/NumberField.tsx'
import { useField } from '../kit/form/scope.ts'
import { SelectField } from '../kit/form/SelectField.tsx'
import { useText } from '../text.ts'
import styles from './draft.module.css'

/** Of whom it speaks; what is not asked for is left out altogether. */
export function PopulationFields() {
  const t = useText()
  return (
    <>
      <SelectField
        name="population.employment"
        label={t('draft.population.employment')}
        className={styles.two ?? ''}
        choices={EMPLOYMENTS.map((value) => ({ value, label: t(`draft.population.${value}`) }))}
        placeholder={t('draft.population.all')}
      />
      <NumberField
        name="population.minWorkers"
        label={t('draft.population.minWorkers')}
        className={styles.two ?? ''}
        optional
      />
      <ManyField
        name="population.positions"
        label={t('draft.population.positions')}
        choices={POSITIONS.map((value) => ({ value, label: t(`federation.positions.${value}`) }))}
      />
      <ManyField
        name="population.levels"
        label={t('draft.population.levels')}
        choices={LEVELS.map((value) => ({ value, label: t(`federation.levels.${value}`) }))}
      />
      <ManyField
        name="population.unitKinds"
        label={t('draft.population.unitKinds')}
        choices={UNIT_KINDS.map((value) => ({ value, label: t(`federation.kinds.${value}`) }))}
      />
      <ManyField
        name="population.ownership"
        label={t('draft.population.ownership')}
        choices={OWNERSHIPS.map((value) => ({ value, label: t(`federation.ownerships.${value}`) }))}
      />
      <CheckField
        name="population.newInTerm"
        label={t('draft.population.newInTerm')}
        className="wide"
      />
    </>
  )
}

type ManyProps = {
  name: string
  label: string
  choices: readonly { value: string; label: string }[]
}

/** None of them means all. */
function ManyField({ name, label, choices }: ManyProps) {
  const t = useText()
  const { id, message, form } = useField(name, label)
  return (
    <div className={`fld ${styles.wide}`}>
      <FieldMessage id={id} message={message} />
      <Controller
        name={name}
        control={form.control}
        render={({ field }) => (
          <ManyChoice
            {...{ id, label, choices }}
            none={t('draft.population.all')}
            chosen={Array.isArray(field.value) ? field.value : []}
            onChoose={field.onChange}
          />
        )}
      />
    </div>
  )
}
