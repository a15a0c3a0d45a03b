import { writeNumber } from '../../domain/grammar/text.ts'
import { BULK_KINDS } from '../../domain/revision/bulk.ts'
import { EXPLANATION_NEEDED } from '../../domain/revision/disposition.ts'
import { bulkDisposition } from '../../domain/revision/forms.contract.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import type { ConsolidationView } from '../../domain/revision/views.contract.ts'
import { useWatch } from 'react-hook-form'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'
import type { Choosing } from './choosing.ts'

type Props = { view: ConsolidationView; choosing: Choosing; onClose: () => void }

/** One disposition and one explanation for all that are chosen. */
export function ManyDialog({ view, choosing, onClose }: Props) {
  const t = useText()
  const dispose = useDeed(routes.disposeMany, {
    onDone: () => {
      choosing.clear()
      toast(t('revision.many.asked'))
      onClose()
    },
  })
  const { count, chosen, matching } = choosing
  // an opinion that nobody has decided has no revision yet
  const asked = matching
    ? { matching: { ...matching, count } }
    : { comments: [...chosen].map((id) => ({ id, revision: 0 })) }
  const number = writeNumber(count)
  const title = t('revision.many.title', { number })
  return (
    <Dialog title={title} opened onClose={onClose}>
      <p>{t('revision.many.body')}</p>
      <Form
        schema={bulkDisposition}
        defaultValues={{ explanation: null, forwardedTo: null, dueOn: null }}
        problem={dispose.problem}
        label={title}
        onSubmit={(body) =>
          dispose.send({ params: { planId: view.plan.id }, body: { ...body, ...asked } })
        }
      >
        <SelectField
          name="disposition"
          label={t('revision.list.status')}
          choices={BULK_KINDS.map((value) => ({
            value,
            label: t(`revision.dispositions.${value}`),
          }))}
        />
        <Department view={view} />
        <Because />
        <div className="row">
          <SubmitButton>{t('revision.many.go', { number })}</SubmitButton>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}

/** What is not simply accepted is explained; the mark follows the choice. */
function Because() {
  const t = useText()
  const chosen: unknown = useWatch({ name: 'disposition' })
  const kind = BULK_KINDS.find((each) => each === chosen)
  return (
    <AreaField
      name="explanation"
      label={t('revision.row.explanation')}
      optional={kind === undefined || !EXPLANATION_NEEDED[kind]}
      whenEmpty="null"
      maxLength={4000}
    />
  )
}

/** Only what is forwarded names a department, and until when it should answer. */
function Department({ view }: Pick<Props, 'view'>) {
  const t = useText()
  const disposition: unknown = useWatch({ name: 'disposition' })
  if (disposition !== 'FORWARDED') return null
  return (
    <>
      <SelectField
        name="forwardedTo"
        label={t('revision.row.department')}
        choices={view.departments.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DateField name="dueOn" label={t('revision.row.dueOn')} />
    </>
  )
}
