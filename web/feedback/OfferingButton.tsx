import { useId, useState } from 'react'
import { obstaclesInAnswer } from '../../domain/feedback/complete.ts'
import {
  type AnswerView,
  feedbackRoutes as routes,
} from '../../domain/feedback/feedback.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { useText } from '../text.ts'
import type { AnswerDocument } from './answer-document.ts'
import { type ScannedPage, ScannedPages } from './ScannedPages.tsx'
import { sendPages } from './send-pages.ts'

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

/** What was laid before the unit and taken back is there by now. */
function scansIn({ assistedEntry: entry }: AnswerView): readonly ScannedPage[] {
  return entry?.state === 'ENTERING' ? entry.scans : []
}

function Offering({ view, document, onClose }: Props & { onClose: () => void }) {
  const t = useText()
  const offer = useDeed(routes.offerAssisted)
  const [pages, setPages] = useState(scansIn(view))
  const { assistedEntry: entry } = view
  const [notSent, setNotSent] = useState<Error | null>(null)
  const [nth, setNth] = useState(0)
  async function send(paper: string): Promise<void> {
    setNotSent(null)
    if (!(await document.flush())) return
    try {
      await sendPages(pages, setNth)
      const body = { paper, scans: pages.map(({ scanId }) => scanId) }
      const params = { answerId: view.answerId }
      if (await offer.send({ params, body }, document.revision())) onClose()
    } catch (error) {
      setNotSent(error instanceof Error ? error : new Error(String(error)))
    }
    setNth(0)
  }
  return (
    <Dialog title={t('feedback.assisted.offer')} opened onClose={onClose}>
      <Form
        schema={fields}
        defaultValues={{ paper: entry?.state === 'ENTERING' ? entry.paper : '' }}
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
        <ScannedPages pages={pages} onChange={setPages} />
        <output>
          {nth > 0 && t('feedback.assisted.sendingScan', { nth, count: pages.length })}
        </output>
        <div className="row">
          <SubmitButton>{t('feedback.assisted.offer')}</SubmitButton>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}
