import { useState } from 'react'
import { z } from 'zod'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'
import { UnitField } from './PickOne.tsx'

const most = 3
const schema = z.object({
  lastDay: z.iso.date(),
  successorIds: z.array(z.union([z.uuid(), z.literal('')])),
})

/** A unit that ends stays in the records, with those who took it over. */
export function CloseUnit({ unitId }: { unitId: string }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const close = useDeed(routes.closeUnit, {
    onDone: () => {
      setOpen(false)
      toast(t('federation.units.closedDone'))
    },
  })
  const title = t('federation.units.close')
  return (
    <>
      <Button onClick={() => setOpen(true)}>{title}</Button>
      <Dialog title={title} opened={open} onClose={() => setOpen(false)}>
        <p>{t('federation.units.closeNote')}</p>
        <Form
          schema={schema}
          defaultValues={{ lastDay: '', successorIds: Array.from({ length: most }, () => '') }}
          onSubmit={({ lastDay, successorIds }) =>
            close.send({
              params: { unitId },
              body: { lastDay, successorIds: successorIds.filter((id) => id !== '') },
            })
          }
          problem={close.problem}
          label={title}
        >
          <DateField name="lastDay" label={t('federation.units.lastDay')} />
          {Array.from({ length: most }, (_, index) => (
            <UnitField
              key={index}
              name={`successorIds.${index}`}
              label={`${t('federation.units.successors')} ${index + 1}`}
              optional
            />
          ))}
          <SubmitButton>{title}</SubmitButton>
        </Form>
      </Dialog>
    </>
  )
}
