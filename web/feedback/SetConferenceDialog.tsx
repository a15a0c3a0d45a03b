import { type ConferencesView, meetingForm } from '../../domain/feedback/conference.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { dayOfInstant, timeOfInstant } from '../../domain/grammar/day.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { useText } from '../text.ts'
import type { Meeting } from './ConferencePart.tsx'

type Props = { view: ConferencesView; meeting: Meeting; onClose: () => void }

/** Day, hours, place, chair, secretary and agenda; everybody invited is told by letter. */
export function SetConferenceDialog({ view, meeting, onClose }: Props) {
  const t = useText()
  const { kind, conference } = meeting
  const set = useDeed(routes.setConference, { onDone: onClose })
  const named = { meeting: t(`feedback.conference.meetingWords.${kind}`) }
  const people = view.officers.map(({ officialId, fullName }) => ({
    value: officialId,
    label: fullName,
  }))
  const title = conference
    ? t('feedback.conference.changeTitle', named)
    : t('feedback.conference.setTitle', named)
  return (
    <Dialog title={title} opened onClose={onClose}>
      <p>{t('feedback.conference.setHelp')}</p>
      <Form
        schema={meetingForm}
        defaultValues={standing(conference)}
        problem={set.problem}
        label={title}
        onSubmit={(body) =>
          set.send({ params: { roundId: view.roundId, kind }, body }, conference?.revision ?? 0)
        }
      >
        <DateField name="on" label={t('feedback.conference.on')} />
        <div className="row">
          <TextField
            name="from"
            label={t('feedback.conference.from')}
            hint={t('feedback.conference.timeHint')}
          />
          <TextField
            name="to"
            label={t('feedback.conference.to')}
            hint={t('feedback.conference.timeHint')}
          />
        </div>
        <TextField name="place" label={t('feedback.conference.place')} />
        <SelectField name="chairId" label={t('feedback.conference.chair')} choices={people} />
        <SelectField
          name="secretaryId"
          label={t('feedback.conference.secretary')}
          choices={people}
        />
        <AreaField
          name="agenda"
          label={t('feedback.conference.agenda')}
          hint={t('feedback.conference.agendaHint')}
        />
        <div className="row">
          <SubmitButton>
            {t(conference ? 'feedback.conference.change' : 'feedback.conference.set')}
          </SubmitButton>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}

function standing(conference: Meeting['conference']) {
  if (!conference)
    return { on: '', from: '', to: '', place: '', chairId: '', secretaryId: '', agenda: '' }
  const { startsAt, endsAt, place, chairId, secretaryId, agenda } = conference
  return {
    on: dayOfInstant(startsAt),
    from: timeOfInstant(startsAt),
    to: timeOfInstant(endsAt),
    place,
    chairId,
    secretaryId,
    agenda,
  }
}
