import type { BoardRow, BoardView } from '../../domain/feedback/board.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { useText } from '../text.ts'
import { AskedTime } from './AskedTime.tsx'
import styles from './board.module.css'

type Props = { view: BoardView; row: BoardRow; onClose: () => void }

const schema = routes.extend.body.omit({ answerId: true })

/** More time for one unit; the round closes when the last of all deadlines has passed. */
export function ExtensionDialog({ view, row, onClose }: Props) {
  const t = useText()
  const extend = useDeed(routes.extend, { touches: [routes.board] })
  const now = row.extendedTo ?? view.dueAt
  return (
    <Dialog title={t('feedback.extension.title', { unit: row.unitName })} opened onClose={onClose}>
      <p>{t('feedback.extension.now', { day: writeDay(dayOfInstant(now)) })}</p>
      <AskedTime row={row} className={styles.cut} />
      <Form
        schema={schema}
        defaultValues={{ dueOn: row.askedUntil ?? '', reason: row.askedBecause ?? '' }}
        problem={extend.problem}
        label={t('feedback.board.extend')}
        onSubmit={async (given) => {
          const body = { ...given, answerId: row.answerId }
          if (await extend.send({ params: { roundId: view.roundId }, body })) onClose()
        }}
      >
        <DateField name="dueOn" label={t('feedback.extension.dueOn')} />
        <AreaField
          name="reason"
          label={t('shell.form.reason')}
          hint={t('shell.form.reasonHint')}
          maxLength={500}
        />
        <div className="row">
          <SubmitButton>{t('feedback.board.extend')}</SubmitButton>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}
