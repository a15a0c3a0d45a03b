import { useState } from 'react'
import { teamChangeForm } from '../../domain/inspection/forms.contract.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { toast } from '../kit/toast.ts'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import type { Props } from './InspectionPage.tsx'
import { TeamFields } from './PlanFields.tsx'

/** Another team goes on, because somebody of it may no more inspect this unit. */
export function ChangeTeam({ inspection }: Props) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('inspection.changeTeam.open')}</Button>
      <Dialog title={t('inspection.changeTeam.title')} opened={open} onClose={() => setOpen(false)}>
        <Changing inspection={inspection} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function Changing({ inspection, onDone }: Props & { onDone: () => void }) {
  const t = useText()
  const people = useReading(routes.inspectors, {}).data?.inspectors
  const change = useDeed(routes.changeTeam, { onDone })
  if (!people) return null
  const { inspectionId, revision, team } = inspection
  return (
    <Form
      schema={teamChangeForm}
      defaultValues={{
        team: team.map(({ officialId, role }) => ({ officialId, role })),
        reason: '',
      }}
      onSubmit={async (body) => {
        if (await change.send({ params: { inspectionId }, body }, revision))
          toast(t('inspection.changeTeam.sent'))
      }}
      problem={change.problem}
      label={t('inspection.changeTeam.title')}
    >
      <p>{t('inspection.changeTeam.lead')}</p>
      <TeamFields people={people} />
      <AreaField
        name="reason"
        label={t('inspection.changeTeam.reason')}
        rows={3}
        maxLength={2000}
      />
      <SubmitButton>{t('inspection.changeTeam.send')}</SubmitButton>
    </Form>
  )
}
