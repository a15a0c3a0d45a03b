import { useState } from 'react'
import type { BoardView } from '../../domain/feedback/board.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { DeedButton } from '../kit/Deeds.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { askedFor, type Term, TermFields } from '../kit/form/TermFields.tsx'
import { useText } from '../text.ts'
import { reasonedTerm } from './reasoned-term.ts'
import { ReopeningTerms } from './ReopeningTerms.tsx'
import { useFeedbackSearch } from './search.ts'

/** Offered to the committee's leader on a closed round; where it cannot be, with its reason. */
export function ReopeningButton({ view }: { view: BoardView }) {
  const t = useText()
  const [opened, setOpened] = useState(false)
  const action = view.allowedActions.find(({ deed }) => deed === 'round.reopened')
  const isTheirs = action?.allowed === true || action?.because?.startsWith('feedback.') === true
  if (view.state !== 'CLOSED' || !isTheirs) return null
  return (
    <>
      <DeedButton
        actions={view.allowedActions}
        deed="round.reopened"
        onPress={() => setOpened(true)}
      >
        {t('feedback.reopening.deed')}
      </DeedButton>
      <Dialog
        title={t('feedback.reopening.title')}
        opened={opened}
        onClose={() => setOpened(false)}
      >
        <Reopening view={view} onClose={() => setOpened(false)} />
      </Dialog>
    </>
  )
}

const usual = { reason: '', opensOn: null, dueOn: null, graceDays: 2 }

function Reopening({ view, onClose }: { view: BoardView; onClose: () => void }) {
  const t = useText()
  const { go } = useFeedbackSearch()
  const [asked, setAsked] = useState<Term>(usual)
  // the second round is the latest, and the board shows it
  const deed = useDeed(routes.reopen, { onDone: () => (go({ round: undefined }), onClose()) })
  const { roundId } = view
  return (
    <Form
      schema={reasonedTerm()}
      defaultValues={usual}
      label={t('feedback.reopening.title')}
      problem={deed.problem}
      onSubmit={({ reason, ...term }) =>
        deed.send({ params: { roundId }, body: { reason, ...askedFor(term) } })
      }
    >
      <p>{t('feedback.reopening.help')}</p>
      <ReopeningTerms roundId={roundId} query={askedFor(asked)} />
      <AreaField
        name="reason"
        label={t('shell.form.reason')}
        hint={t('feedback.reopening.hint')}
        rows={3}
        maxLength={500}
      />
      <TermFields
        opensLabel={t('draft.publish.opensOn')}
        dueHint={t('feedback.preparation.dueHint')}
        onChange={setAsked}
      />
      <div className="row">
        <SubmitButton sending={deed.sending}>{t('feedback.reopening.confirm')}</SubmitButton>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Form>
  )
}
