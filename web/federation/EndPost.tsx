import { useState } from 'react'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { postEndForm } from '../../domain/federation/officials.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'

type Props = { postId: string; position: string; revision: number }

export function EndPost({ postId, position, revision }: Props) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const end = useDeed(routes.endPost, {
    onDone: () => {
      setOpen(false)
      toast(t('federation.officials.postEnded'))
    },
  })
  const title = t('federation.officials.endPost', { position })
  return (
    <>
      <Button kind="text" onClick={() => setOpen(true)} aria-label={title}>
        {t('federation.officials.endPostShort')}
      </Button>
      <Dialog title={title} opened={open} onClose={() => setOpen(false)}>
        <Form
          schema={postEndForm}
          defaultValues={{ lastDay: '', reason: '' }}
          onSubmit={(body) => end.send({ params: { postId }, body }, revision)}
          problem={end.problem}
          label={title}
        >
          <DateField name="lastDay" label={t('federation.officials.lastDayOfPost')} />
          <TextField name="reason" label={t('federation.words.reason')} maxLength={300} />
          <SubmitButton>{t('federation.officials.endPostShort')}</SubmitButton>
        </Form>
      </Dialog>
    </>
  )
}
