import {
  type AnswerView,
  feedbackRoutes as routes,
} from '../../domain/feedback/feedback.contract.ts'
import { dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { useText } from '../text.ts'
import styles from './answer.module.css'

type Props = { view: AnswerView; onClose: () => void }

/** The unit cannot answer in time, and says until when it could. */
export function AskForTimeDialog({ view, onClose }: Props) {
  const t = useText()
  const ask = useDeed(routes.askForTime, { touches: [routes.myAnswer] })
  return (
    <Dialog title={t('feedback.extension.askTitle')} opened onClose={onClose}>
      <p className={styles.plans}>
        {t('feedback.extension.askHelp', { day: writeDay(dayOfInstant(view.round.dueAt)) })}
      </p>
      <Form
        schema={routes.askForTime.body}
        defaultValues={{ dueOn: '', reason: '' }}
        problem={ask.problem}
        label={t('feedback.extension.askTitle')}
        onSubmit={async (body) => {
          if (await ask.send({ params: { answerId: view.answerId }, body })) onClose()
        }}
      >
        <DateField name="dueOn" label={t('feedback.extension.wanted')} />
        <AreaField
          name="reason"
          label={t('shell.form.reason')}
          hint={t('shell.form.reasonHint')}
          rows={3}
          maxLength={500}
        />
        <div className="row">
          <SubmitButton>{t('feedback.extension.send')}</SubmitButton>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}
