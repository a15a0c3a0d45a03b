import { useState } from 'react'
import { editForm } from '../../domain/inspection/forms.contract.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { toast } from '../kit/toast.ts'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import type { Props } from './InspectionPage.tsx'
import { PlanFields } from './PlanFields.tsx'

/** Subject, days and team may change until the notice goes out. */
export function EditPlan({ inspection }: Props) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('inspection.page.edit')}</Button>
      <Dialog title={t('inspection.form.editTitle')} opened={open} onClose={() => setOpen(false)}>
        <Editing inspection={inspection} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function Editing({ inspection, onDone }: Props & { onDone: () => void }) {
  const t = useText()
  const people = useReading(routes.inspectors, {}).data?.inspectors
  const edit = useDeed(routes.edit, { onDone })
  if (!people) return null
  const { inspectionId, revision, kind, subject, decisionNumber, decisionOn } = inspection
  const { periodFrom, periodTo, visitFrom, visitTo, team } = inspection
  return (
    <Form
      schema={editForm}
      defaultValues={{
        kind,
        subject,
        decisionNumber,
        decisionOn,
        periodFrom,
        periodTo,
        visitFrom,
        visitTo,
        team: team.map(({ officialId, role }) => ({ officialId, role })),
      }}
      onSubmit={async (body) => {
        if (await edit.send({ params: { inspectionId }, body }, revision))
          toast(t('inspection.form.edited'))
      }}
      problem={edit.problem}
      label={t('inspection.form.editTitle')}
    >
      <PlanFields people={people} />
      <SubmitButton>{t('inspection.form.save')}</SubmitButton>
    </Form>
  )
}
