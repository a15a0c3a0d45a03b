import { LEVELS, OWNERSHIPS, UNIT_KINDS } from '../../domain/federation/unit-kind.ts'
import { NumberField } from '../kit/form/NumberField.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { useText } from '../text.ts'
import look from './federation.module.css'
import { choicesOf } from './words.ts'

/** What is written of a unit beside its name; a code is given once and for all. */
export function UnitFacts({ code = false }: { code?: boolean }) {
  const t = useText()
  return (
    <div className={look.two}>
      {code && <TextField name="code" label={t('federation.words.code')} maxLength={30} />}
      <TextField name="symbol" label={t('federation.words.symbol')} whenEmpty="null" optional />
      <SelectField
        name="kind"
        label={t('federation.words.kind')}
        choices={choicesOf('kinds', UNIT_KINDS)}
      />
      <SelectField
        name="level"
        label={t('federation.words.level')}
        choices={choicesOf('levels', LEVELS)}
      />
      <TextField name="sector" label={t('federation.words.sector')} whenEmpty="null" optional />
      <SelectField
        name="ownership"
        label={t('federation.words.ownership')}
        choices={choicesOf('ownerships', OWNERSHIPS)}
        whenEmpty="null"
        optional
      />
      <NumberField name="workers" label={t('federation.words.workers')} optional />
      <NumberField name="members" label={t('federation.words.members')} optional />
      <TextField
        name="contactName"
        label={t('federation.words.contact')}
        whenEmpty="null"
        optional
      />
      <TextField
        name="contactPhone"
        label={t('federation.words.phone')}
        whenEmpty="null"
        optional
      />
    </div>
  )
}
