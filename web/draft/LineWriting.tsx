import { DELIVERY_FORMS } from '../../domain/draft/class-line.ts'
import { lineForm } from '../../domain/draft/forms.contract.ts'
import type { WrittenLine } from '../../domain/draft/views.contract.ts'
import { writingRoutes } from '../../domain/draft/writing.contract.ts'
import { Button } from '../kit/Button.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { MoneyField, NumberField } from '../kit/form/NumberField.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { useText } from '../text.ts'
import { RemoveButton } from './AddRemove.tsx'
import styles from './draft.module.css'
import { MoveLine } from './MoveLine.tsx'
import { partSaves } from './part-saves.ts'
import { Writing } from './Writing.tsx'

type Props = {
  line: WrittenLine
  ordinal: number
  last: number
  onOpen: (at: string | null) => void
}

/** One class of the annex, all its fields. */
export function LineWriting({ line, ordinal, last, onOpen }: Props) {
  const t = useText()
  const params = { lineId: line.id }
  return (
    <Writing
      part={`line/${line.id}`}
      schema={lineForm}
      load={{ value: formOf(line), revision: line.revision }}
      save={partSaves.line(line.id)}
      label={t('draft.line.label', { code: line.code })}
      className={styles.fields ?? ''}
    >
      <TextField name="topic" label={t('draft.line.topic')} className="wide" maxLength={500} />
      <AreaField name="audience" label={t('draft.line.audience')} className="wide" />
      <SelectField
        name="deliveryForm"
        label={t('draft.annex.form')}
        choices={DELIVERY_FORMS.map((value) => ({
          value,
          label: t(`draft.deliveryForm.${value}`),
        }))}
      />
      <NumberField name="days" label={t('draft.annex.days')} decimals={1} />
      <NumberField name="seats" label={t('draft.annex.seats')} />
      <NumberField name="month" label={t('draft.annex.month')} />
      <TextField
        name="venue"
        label={t('draft.line.venue')}
        className={styles.two ?? ''}
        whenEmpty="null"
        optional
      />
      <div className={styles.two}>
        <MoneyField name="budgetDong" label={t('draft.line.budget')} />
      </div>
      <TextField name="leadUnit" label={t('draft.annex.lead')} className={styles.two ?? ''} />
      <TextField
        name="coordinatingUnit"
        label={t('draft.line.with')}
        className={styles.two ?? ''}
        whenEmpty="null"
        optional
      />
      <div className={styles.wide}>
        <Button kind="text" icon="check" onClick={() => onOpen(null)}>
          {t('draft.line.done')}
        </Button>{' '}
        <MoveLine {...{ line, ordinal, last }} />
        <RemoveButton
          route={writingRoutes.removeLine}
          given={{ params }}
          revision={line.revision}
          name={t('draft.line.name', { code: line.code })}
          onGone={() => onOpen(null)}
        />
      </div>
    </Writing>
  )
}

function formOf(line: WrittenLine) {
  const { topic, audience, deliveryForm, days, seats, month } = line
  const { venue, leadUnit, coordinatingUnit, budgetDong } = line
  const who = { topic, audience, leadUnit, coordinatingUnit }
  return { ...who, deliveryForm, days, seats, month, venue, budgetDong }
}
