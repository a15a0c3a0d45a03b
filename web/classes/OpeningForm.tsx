import { useWatch } from 'react-hook-form'
import { openingForm } from '../../domain/classes/forms.contract.ts'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import { CERTIFICATE_TYPES, CLASS_MODES, TRAINING_KINDS } from '../../domain/classes/session.ts'
import { DELIVERY_FORMS } from '../../domain/draft/class-line.ts'
import { useDeed } from '../deed.ts'
import { CheckField } from '../kit/form/CheckField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { NumberField } from '../kit/form/NumberField.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { toast } from '../kit/toast.ts'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import look from './classes.module.css'
import { EligibilityFields } from './EligibilityFields.tsx'
import type { Line } from './OpenClassPage.tsx'
import { emptySession, SessionFields } from './SessionFields.tsx'

type Organiser = { unitId: string; unitName: string }
type Props = {
  /** Null: a class of the unit itself. */
  line: Line | null
  planYear: number
  organisers: readonly Organiser[]
  onOpened: (classId: string) => void
}

/** Everything of the line is taken over; what is left are the sessions. */
export function OpeningForm({ line, planYear, organisers, onOpened }: Props) {
  const t = useText()
  const open = useDeed(routes.open)
  return (
    <Form
      schema={openingForm}
      defaultValues={valuesOf(line, organisers)}
      problem={open.problem}
      label={t('classes.opening.title')}
      className={look.opening ?? ''}
      onSubmit={async (body) => {
        const opened = await open.send({ params: { planYear }, body })
        if (!opened) return
        toast(t('classes.opening.done', { code: opened.code }))
        onOpened(opened.classId)
      }}
    >
      <About organisers={organisers} />
      <EligibilityFields />
      <Rule />
      <Timetable />
      <SubmitButton>{t('classes.opening.submit')}</SubmitButton>
    </Form>
  )
}

/** What the line says of the class; a class of the unit's own begins empty. */
function ofLine(line: Line | null) {
  if (line === null) return { lineCode: null, title: '', topic: '', audience: '', venue: null }
  const { code: lineCode, topic, audience, venue, seats } = line
  return { lineCode, title: topic, topic, audience, venue, seats }
}

function valuesOf(line: Line | null, organisers: readonly Organiser[]) {
  const known = ofLine(line)
  const form = DELIVERY_FORMS.find((each) => each === line?.deliveryForm)
  return {
    ...known,
    organiserUnitId: organisers[0]?.unitId ?? '',
    trainingKind: 'WORKSHOP' as const,
    mode: 'DIRECT' as const,
    deliveryForm: form ?? ('DIRECT' as const),
    partnerId: null,
    eligibility: {},
    minAttendancePercent: 80,
    testRequired: true,
    passMark: 5,
    maxMark: 10,
    certificateType: 'CERTIFICATE' as const,
    sessions: [{ ...emptySession, topic: known.topic }],
  }
}

function About({ organisers }: { organisers: readonly Organiser[] }) {
  const t = useText()
  return (
    <fieldset className={look.fields}>
      <legend>
        <h2>{t('classes.opening.form')}</h2>
      </legend>
      <TextField
        name="title"
        label={t('classes.opening.className')}
        className={look.wide ?? ''}
        maxLength={300}
      />
      <TextField
        name="topic"
        label={t('classes.opening.topic')}
        className={look.wide ?? ''}
        maxLength={300}
      />
      <TextField
        name="audience"
        label={t('classes.opening.audience')}
        className={look.wide ?? ''}
        maxLength={500}
      />
      {organisers.length > 1 && (
        <SelectField
          name="organiserUnitId"
          label={t('classes.opening.organiserUnit')}
          className={look.wide ?? ''}
          choices={organisers.map(({ unitId, unitName }) => ({ value: unitId, label: unitName }))}
        />
      )}
      <Manner />
      <TextField
        name="venue"
        label={t('classes.opening.venue')}
        className={look.wide ?? ''}
        whenEmpty="null"
        optional
      />
      <NumberField name="seats" label={t('classes.opening.seats')} />
    </fieldset>
  )
}

/** Of what kind it is, in which form, and with whom. */
function Manner() {
  const t = useText()
  const { data } = useReading(routes.partners, {})
  const mode: unknown = useWatch({ name: 'mode' })
  const partners = (data?.partners ?? []).map(({ partnerId, name }) => ({
    value: partnerId,
    label: name,
  }))
  const words = <V extends string>(values: readonly V[], word: (value: V) => string) =>
    values.map((value) => ({ value, label: word(value) }))
  return (
    <>
      <SelectField
        name="trainingKind"
        label={t('classes.opening.trainingKind')}
        choices={words(TRAINING_KINDS, (kind) => t(`classes.trainingKinds.${kind}`))}
      />
      <SelectField
        name="deliveryForm"
        label={t('classes.opening.deliveryForm')}
        choices={words(DELIVERY_FORMS, (form) => t(`classes.deliveryForms.${form}`))}
      />
      <SelectField
        name="mode"
        label={t('classes.opening.mode')}
        choices={words(CLASS_MODES, (each) => t(`classes.modes.${each}`))}
      />
      {mode !== 'DIRECT' && (
        <SelectField
          name="partnerId"
          label={t('classes.opening.partner')}
          choices={partners}
          whenEmpty="null"
        />
      )}
    </>
  )
}

function Rule() {
  const t = useText()
  return (
    <fieldset className={look.fields}>
      <legend>
        <h2>{t('classes.opening.certificate')}</h2>
      </legend>
      <NumberField name="minAttendancePercent" label={t('classes.opening.minAttendance')} />
      <NumberField name="passMark" label={t('classes.opening.passMark')} decimals={2} />
      <NumberField name="maxMark" label={t('classes.opening.maxMark')} decimals={2} />
      <SelectField
        name="certificateType"
        label={t('classes.opening.certificateType')}
        choices={CERTIFICATE_TYPES.map((value) => ({
          value,
          label: t(`classes.certificateTypes.${value}`),
        }))}
      />
      <CheckField name="testRequired" label={t('classes.opening.testRequired')} />
    </fieldset>
  )
}

function Timetable() {
  const venue: unknown = useWatch({ name: 'venue' })
  return <SessionFields venue={typeof venue === 'string' ? venue : null} />
}
