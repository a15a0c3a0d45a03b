import { useState } from 'react'
import { z } from 'zod'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { Note } from '../kit/Note.tsx'
import { toast } from '../kit/toast.ts'
import { useReading } from '../reading.ts'
import { sayCode, useText } from '../text.ts'
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
  const title = t('federation.units.close')
  return (
    <>
      <Button onClick={() => setOpen(true)}>{title}</Button>
      <Dialog title={title} opened={open} onClose={() => setOpen(false)}>
        {open && <Closing unitId={unitId} onDone={() => setOpen(false)} />}
      </Dialog>
    </>
  )
}

type Props = { unitId: string; onDone: () => void }

/** What it still owes is named; a merger takes that over, and closing does not lose it. */
function Closing({ unitId, onDone }: Props) {
  const t = useText()
  const owes = useReading(routes.openMatters, { params: { unitId } }).data?.open
  if (!owes) return null
  if (owes.length === 0) return <ClosureForm {...{ unitId, onDone }} />
  return (
    <Note tone="act">
      <p>{t('federation.units.closeOwes')}</p>
      <ul>
        {owes.map(({ code, params }) => (
          <li key={code}>{sayCode(code, params)}</li>
        ))}
      </ul>
    </Note>
  )
}

function ClosureForm({ unitId, onDone }: Props) {
  const t = useText()
  const title = t('federation.units.close')
  const close = useDeed(routes.closeUnit, {
    onDone: () => {
      onDone()
      toast(t('federation.units.closedDone'))
    },
  })
  return (
    <>
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
    </>
  )
}
