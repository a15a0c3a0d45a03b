import { useFieldArray, useFormContext } from 'react-hook-form'
import { SESSION_KINDS } from '../../domain/classes/session.ts'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import { Button } from '../kit/Button.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { FieldRow } from '../kit/form/FieldRow.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import look from './classes.module.css'
import { SessionClash } from './SessionClash.tsx'

export const emptySession = {
  day: '',
  from: '07:30',
  to: '11:00',
  kind: 'THEORY',
  topic: '',
  lecturerId: null,
  room: null,
  url: null,
} as const

type Props = { venue: string | null; classId?: string }

/** The timetable: a row of fields for each session, and what stands against it beside it. */
export function SessionFields({ venue, classId }: Props) {
  const t = useText()
  const { control } = useFormContext()
  const { fields, append, remove } = useFieldArray({ control, name: 'sessions' })
  return (
    <fieldset className={look.timetable}>
      <legend>
        <h2>{t('classes.opening.sessions')}</h2>
      </legend>
      <p className="hint">{t('classes.opening.sessionsHint')}</p>
      {fields.map(({ id }, index) => (
        <FieldRow
          key={id}
          at={`sessions.${index}`}
          name={nameOf(index)}
          className={look.session ?? ''}
        >
          <h3>{nameOf(index)}</h3>
          <OneSession index={index} />
          <SessionClash index={index} venue={venue} {...(classId && { classId })} />
          {fields.length > 1 && (
            <Button kind="text" icon="x" onClick={() => remove(index)}>
              {t('classes.opening.removeSession', { number: index + 1 })}
            </Button>
          )}
        </FieldRow>
      ))}
      <Button icon="plus" onClick={() => append({ ...emptySession })}>
        {t('classes.opening.addSession')}
      </Button>
    </fieldset>
  )

  function nameOf(index: number): string {
    return t('classes.opening.session', { number: index + 1 })
  }
}

function OneSession({ index }: { index: number }) {
  const t = useText()
  const { data } = useReading(routes.lecturers, {})
  const at = `sessions.${index}`
  const lecturers = (data?.lecturers ?? []).map(({ lecturerId, fullName, title, unitName }) => ({
    value: lecturerId,
    label: `${fullName}, ${title}, ${unitName}`,
  }))
  return (
    <div className={look.fields}>
      <DateField name={`${at}.day`} label={t('classes.opening.day')} />
      <TextField
        name={`${at}.from`}
        label={t('classes.opening.fromTime')}
        className={look.clock ?? ''}
        maxLength={5}
      />
      <TextField
        name={`${at}.to`}
        label={t('classes.opening.toTime')}
        className={look.clock ?? ''}
        maxLength={5}
      />
      <SelectField
        name={`${at}.kind`}
        label={t('classes.opening.kind')}
        choices={SESSION_KINDS.map((value) => ({ value, label: t(`classes.kinds.${value}`) }))}
      />
      <TextField
        name={`${at}.topic`}
        label={t('classes.opening.sessionTopic')}
        className={look.wide ?? ''}
        maxLength={300}
      />
      <SelectField
        name={`${at}.lecturerId`}
        label={t('classes.opening.lecturer')}
        choices={lecturers}
        whenEmpty="null"
        className={look.wide ?? ''}
        optional
      />
      <TextField name={`${at}.room`} label={t('classes.opening.room')} whenEmpty="null" optional />
    </div>
  )
}
