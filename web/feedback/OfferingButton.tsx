import { useId, useState } from 'react'
import { obstaclesInAnswer } from '../../domain/feedback/complete.ts'
import {
  type AnswerView,
  feedbackRoutes as routes,
} from '../../domain/feedback/feedback.contract.ts'
import { writeFileSize } from '../../domain/files/file-kind.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { ChooseFile } from '../kit/files/ChooseFile.tsx'
import { sendFile } from '../kit/files/send-file.ts'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { newKey } from '../key.ts'
import { useText } from '../text.ts'
import type { AnswerDocument } from './answer-document.ts'

type Props = { view: AnswerView; document: AnswerDocument }

/** Lays what was entered before the unit, with which paper it came from and a scan of it. */
export function OfferingButton({ view, document }: Props) {
  const t = useText()
  const missing = useId()
  const [opened, setOpened] = useState(false)
  const { plans, asked } = view
  const form = { ...document.value, isConfirmed: true }
  const obstacles = obstaclesInAnswer(form, { plans, questions: asked.questions })
  return (
    <>
      {obstacles.length > 0 && (
        <span className="vh" id={missing}>
          {t('feedback.review.missing', { number: obstacles.length })}
        </span>
      )}
      <Button
        kind="primary"
        blockedBy={obstacles.length > 0 ? missing : undefined}
        onClick={() => setOpened(true)}
      >
        {t('feedback.assisted.offer')}
      </Button>
      {opened && <Offering {...{ view, document }} onClose={() => setOpened(false)} />}
    </>
  )
}

const fields = routes.offerAssisted.body.pick({ paper: true })

function Offering({ view, document, onClose }: Props & { onClose: () => void }) {
  const t = useText()
  const offer = useDeed(routes.offerAssisted)
  const [scan, setScan] = useState<File | null>(null)
  const [notSent, setNotSent] = useState<Error | null>(null)
  async function send(paper: string): Promise<void> {
    setNotSent(null)
    if (!(await document.flush())) return
    try {
      const uploadId = scan && (await sent(scan))
      const body = { paper, uploadId }
      const params = { answerId: view.answerId }
      if (await offer.send({ params, body }, document.revision())) onClose()
    } catch (error) {
      setNotSent(error instanceof Error ? error : new Error(String(error)))
    }
  }
  return (
    <Dialog title={t('feedback.assisted.offer')} opened onClose={onClose}>
      <Form
        schema={fields}
        defaultValues={{ paper: '' }}
        problem={notSent ?? offer.problem}
        label={t('feedback.assisted.offer')}
        onSubmit={({ paper }) => send(paper)}
      >
        <TextField
          name="paper"
          label={t('feedback.assisted.paper')}
          hint={t('feedback.assisted.paperHint')}
          maxLength={300}
        />
        <Scan scan={scan} onChoose={setScan} />
        <div className="row">
          <SubmitButton>{t('feedback.assisted.offer')}</SubmitButton>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}

type ScanProps = { scan: File | null; onChoose: (scan: File | null) => void }

/** The paper itself, as a picture, for whoever is to confirm what was entered from it. */
function Scan({ scan, onChoose }: ScanProps) {
  const t = useText()
  const id = useId()
  return (
    <div className="fld" role="group" aria-labelledby={id}>
      <p className="lab" id={id}>
        {t('feedback.assisted.scan')} <span className="quiet">{t('shell.optional')}</span>
      </p>
      <p className="hint">{t('feedback.assisted.scanHint')}</p>
      {scan && (
        <p className="row">
          <b>{scan.name}</b> <span className="small">{writeFileSize(scan.size)}</span>
          <Button kind="text" onClick={() => onChoose(null)}>
            {t('feedback.assisted.withoutScan')}
          </Button>
        </p>
      )}
      <ChooseFile
        icon="paperclip"
        accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
        onChoose={onChoose}
      >
        {t(scan ? 'feedback.assisted.otherScan' : 'feedback.assisted.chooseScan')}
      </ChooseFile>
    </div>
  )
}

async function sent(file: File): Promise<string> {
  const uploadId = newKey()
  const { name, size } = file
  await sendFile({ uploadId, name, size, content: file }, () => undefined)
  return uploadId
}
