import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { rewardRoutes as routes, roundForm } from '../../domain/reward/reward.contract.ts'
import { ROUND_KINDS } from '../../domain/reward/states.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { ChoiceCards } from '../kit/form/ChoiceCards.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'

/** The call for files; the dates are those of the calendar unless others are given. */
export function OpenRound({ planYear }: { planYear: number }) {
  const t = useText()
  const go = useNavigate()
  const [asked, setAsked] = useState(false)
  const close = () => setAsked(false)
  const open = useDeed(routes.openRound, {
    onDone: ({ commendationId: id }) => {
      toast(t('reward.pages.open.done'))
      close()
      void go({ to: '/rewards/$id', params: { id } })
    },
  })
  const title = t('reward.pages.open.deed')
  const hint = t('reward.pages.open.calendarHint')
  return (
    <>
      <Button kind="primary" onClick={() => setAsked(true)}>
        {title}
      </Button>
      <Dialog title={title} opened={asked} onClose={close}>
        <Form
          schema={roundForm}
          label={title}
          defaultValues={{ title: '', filesDueOn: null, councilDueOn: null }}
          problem={open.problem}
          onSubmit={(body) => open.send({ params: { planYear }, body })}
        >
          <ChoiceCards
            name="kind"
            label={t('reward.pages.open.kind')}
            cards={ROUND_KINDS.map((value) => ({
              value,
              label: t(`reward.kinds.${value}`),
              explanation: t(`reward.pages.open.${value}`),
            }))}
          />
          <TextField name="title" label={t('reward.pages.open.title')} />
          <DateField
            name="filesDueOn"
            label={t('reward.pages.open.filesDueOn')}
            hint={hint}
            optional
          />
          <DateField
            name="councilDueOn"
            label={t('reward.pages.open.councilDueOn')}
            hint={hint}
            optional
          />
          <div className="row">
            <SubmitButton>{t('reward.pages.open.send')}</SubmitButton>
            <Button onClick={close}>{t('shell.cancel')}</Button>
          </div>
        </Form>
      </Dialog>
    </>
  )
}
