import { forwardedAnswerForm } from '../../domain/revision/forms.contract.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import type { CommentRow, ConsolidationView } from '../../domain/revision/views.contract.ts'
import { useDeed } from '../deed.ts'
import { AreaField } from '../kit/form/AreaField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { useText } from '../text.ts'
import { opinionReadings } from './deciding.ts'

type Props = { view: ConsolidationView; comment: CommentRow }

/** The department to which a comment was sent answers it here, and only that one. */
export function ForwardedAnswer({ view, comment }: Props) {
  const t = useText()
  const answer = useDeed(routes.answerForwarded, { touches: opinionReadings })
  const { disposition } = comment
  const isOurs =
    disposition?.disposition === 'FORWARDED' &&
    view.myDepartments.includes(disposition.forwardedTo ?? '')
  if (!isOurs) return null
  return (
    <Form
      schema={forwardedAnswerForm}
      defaultValues={{ answer: disposition.forwardedAnswer ?? '' }}
      problem={answer.problem}
      label={t('revision.row.answer')}
      onSubmit={(body) => answer.send({ params: { commentId: comment.id }, body })}
    >
      <AreaField name="answer" label={t('revision.row.answer')} rows={2} maxLength={4000} />
      <SubmitButton>{t('revision.row.sendAnswer')}</SubmitButton>
    </Form>
  )
}
