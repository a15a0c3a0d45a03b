import { useFieldArray } from 'react-hook-form'
import { INSPECTION_KINDS } from '../../domain/inspection/states.ts'
import { TEAM_ROLES } from '../../domain/inspection/team.ts'
import { Button } from '../kit/Button.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { FieldRow } from '../kit/form/FieldRow.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { useText } from '../text.ts'
import look from './inspection.module.css'

type Props = { people: readonly { officialId: string; fullName: string }[] }

/** What is inspected, when, on whose decision, and by whom. */
export function PlanFields({ people }: Props) {
  const t = useText()
  return (
    <>
      <SelectField
        name="kind"
        label={t('inspection.form.kind')}
        choices={INSPECTION_KINDS.map((value) => ({
          value,
          label: t(`inspection.kinds.${value}`),
        }))}
      />
      <TextField
        name="subject"
        label={t('inspection.form.subject')}
        hint={t('inspection.form.subjectHint')}
        maxLength={300}
      />
      <fieldset className={look.group}>
        <legend className="lab">{t('inspection.form.period')}</legend>
        <DateField name="periodFrom" label={t('inspection.form.periodFrom')} />
        <DateField name="periodTo" label={t('inspection.form.periodTo')} />
      </fieldset>
      <fieldset className={look.group}>
        <legend className="lab">{t('inspection.form.decision')}</legend>
        <TextField
          name="decisionNumber"
          label={t('inspection.form.decisionNumber')}
          maxLength={60}
        />
        <DateField name="decisionOn" label={t('inspection.form.decisionOn')} />
      </fieldset>
      <fieldset className={look.group}>
        <legend className="lab">{t('inspection.form.visit')}</legend>
        <p className={`hint ${look.wide}`}>{t('inspection.form.visitHint')}</p>
        <DateField name="visitFrom" label={t('inspection.form.visitFrom')} />
        <DateField name="visitTo" label={t('inspection.form.visitTo')} />
      </fieldset>
      <TeamFields people={people} />
    </>
  )
}

export function TeamFields({ people }: Props) {
  const t = useText()
  const { fields, append, remove } = useFieldArray({ name: 'team' })
  const choices = people.map(({ officialId, fullName }) => ({
    value: officialId,
    label: fullName,
  }))
  return (
    <fieldset>
      <legend className="lab">{t('inspection.form.team')}</legend>
      <p className="hint">{t('inspection.form.teamHint')}</p>
      {fields.map((field, index) => (
        <FieldRow
          key={field.id}
          at={`team.${index}`}
          name={t('inspection.form.member', { number: index + 1 })}
          className={look.member ?? ''}
        >
          <SelectField
            name={`team.${index}.officialId`}
            label={t('inspection.form.member', { number: index + 1 })}
            choices={choices}
          />
          <SelectField
            name={`team.${index}.role`}
            label={t('inspection.form.role')}
            choices={TEAM_ROLES.map((value) => ({
              value,
              label: t(`inspection.teamRoles.${value}`),
            }))}
          />
          <Button
            kind="text"
            icon="x"
            aria-label={t('inspection.form.removeMember', { number: index + 1 })}
            onClick={() => remove(index)}
          />
        </FieldRow>
      ))}
      <Button icon="plus" onClick={() => append({ officialId: '', role: 'MEMBER' })}>
        {t('inspection.form.addMember')}
      </Button>
    </fieldset>
  )
}
