import { useState } from 'react'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import { rescheduleForm } from '../../domain/classes/forms.contract.ts'
import { SESSION_KINDS } from '../../domain/classes/session.ts'
import type { ClassView, SessionView } from '../../domain/classes/views.contract.ts'
import { dayOfInstant, timeOfInstant } from '../../domain/grammar/day.ts'
import { useDeed } from '../deed.ts'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { useText } from '../text.ts'
import { SessionFields } from './SessionFields.tsx'
import { stillToCome, WhoIsTold } from './WhoIsTold.tsx'

type Props = { view: ClassView; onClose: () => void }

/** Other days for the sessions that were not held yet. */
export function Reschedule({ view, onClose }: Props) {
  const t = useText()
  const deed = useDeed(routes.reschedule, { onDone: onClose })
  const [sessions] = useState(() => stillToCome(view.sessions).map(asWritten))
  return (
    <Dialog title={t('classes.page.rescheduleTitle')} opened onClose={onClose}>
      <p>{t('classes.page.rescheduleHint')}</p>
      <WhoIsTold view={view} />
      <Form
        schema={rescheduleForm}
        defaultValues={{ reason: '', sessions }}
        problem={deed.problem}
        label={t('classes.page.rescheduleTitle')}
        onSubmit={(body) => deed.send({ params: { classId: view.classId }, body }, view.revision)}
      >
        <SessionFields venue={view.venue} classId={view.classId} />
        <AreaField name="reason" label={t('classes.opening.reason')} />
        <SubmitButton>{t('classes.page.rescheduleDeed')}</SubmitButton>
      </Form>
    </Dialog>
  )
}

function asWritten(session: SessionView) {
  const { startsAt, endsAt, topic, lecturerId, room, url } = session
  return {
    day: dayOfInstant(startsAt),
    from: timeOfInstant(startsAt),
    to: timeOfInstant(endsAt),
    kind: SESSION_KINDS.find((kind) => kind === session.kind) ?? 'THEORY',
    topic,
    lecturerId,
    room,
    url,
  }
}
