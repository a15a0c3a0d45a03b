import { useState } from 'react'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { unitCorrectionForm, type UnitView } from '../../domain/federation/units.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'
import { UnitFacts } from './UnitFacts.tsx'

const written = unitCorrectionForm.strip()

/** The name, the kind and the figures; its place in the tree has a deed of its own. */
export function CorrectUnit({ unit }: { unit: UnitView }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const { unitId, revision } = unit
  const correct = useDeed(routes.correctUnit, {
    onDone: () => {
      setOpen(false)
      toast(t('federation.units.corrected'))
    },
  })
  const title = t('federation.units.correct')
  return (
    <>
      <Button onClick={() => setOpen(true)}>{title}</Button>
      <Dialog title={title} opened={open} onClose={() => setOpen(false)}>
        <Form
          schema={unitCorrectionForm}
          defaultValues={written.parse(unit)}
          onSubmit={(body) => correct.send({ params: { unitId }, body }, revision)}
          problem={correct.problem}
          label={title}
        >
          <TextField name="name" label={t('federation.units.name')} maxLength={200} />
          <UnitFacts />
          <SubmitButton>{t('federation.words.save')}</SubmitButton>
        </Form>
      </Dialog>
    </>
  )
}
