import { useState } from 'react'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import { RELEASE_MOVES } from '../../domain/classes/class-state.ts'
import { releaseForm, substituteForm } from '../../domain/classes/forms.contract.ts'
import type { ClassView, NomineeView, UnitListView } from '../../domain/classes/views.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'

type Props = { view: ClassView; nominee: NomineeView }
type Asking = Props & { onClose: () => void }
type Open = 'release' | 'withdraw' | 'substitute' | null

const gone: readonly string[] = ['WITHDRAWN', 'REFUSED_BY_EMPLOYER']

/** What the unit may do with one of its people. */
export function NomineeDeeds({ view, nominee, list }: Props & { list: UnitListView }) {
  const t = useText()
  const [open, setOpen] = useState<Open>(null)
  const { allowedActions, state, release } = nominee
  const may = (deed: string) => mayDo(allowedActions, deed)
  const isIn = !gone.includes(state)
  const mayRecord =
    isIn && state !== 'PROPOSED' && RELEASE_MOVES[release].length > 0 && may('release.recorded')
  const asking = { view, nominee, onClose: () => setOpen(null) }
  return (
    <>
      {mayRecord && (
        <Button kind="text" onClick={() => setOpen('release')}>
          {t('classes.part.record')}
        </Button>
      )}
      {state !== 'WAITLISTED' && may('substitute.sent') && (
        <Button kind="text" onClick={() => setOpen('substitute')}>
          {t('classes.part.substitute')}
        </Button>
      )}
      {isIn && may('nominee.withdrawn') && (
        <Button kind="text" onClick={() => setOpen('withdraw')}>
          {t('classes.part.withdraw')}
        </Button>
      )}
      {open === 'release' && <Release {...asking} />}
      {open === 'substitute' && <Substitute {...asking} list={list} />}
      <Withdraw {...asking} opened={open === 'withdraw'} />
    </>
  )
}

function Release({ view, nominee, onClose }: Asking) {
  const t = useText()
  const deed = useDeed(routes.recordRelease, { onDone: onClose })
  const { fullName: name, nominationId, release, releaseLetterNo } = nominee
  const title = t('classes.part.recordTitle', { name })
  const answers = RELEASE_MOVES[release]
  return (
    <Dialog title={title} opened onClose={onClose}>
      <Form
        schema={releaseForm}
        defaultValues={{
          ...(answers[0] && { answer: answers[0] }),
          because: null,
          letterNo: releaseLetterNo,
        }}
        problem={deed.problem}
        label={title}
        onSubmit={(body) => deed.send({ params: { classId: view.classId, nominationId }, body })}
      >
        <SelectField
          name="answer"
          label={t('classes.part.answer')}
          choices={answers.map((value) => ({
            value,
            label: t(`classes.release.${value}`),
          }))}
        />
        <TextField name="letterNo" label={t('classes.part.letterNo')} whenEmpty="null" optional />
        <TextField name="because" label={t('classes.part.because')} whenEmpty="null" optional />
        <SubmitButton>{t('classes.part.record')}</SubmitButton>
      </Form>
    </Dialog>
  )
}

function Substitute({ view, nominee, list, onClose }: Asking & { list: UnitListView }) {
  const t = useText()
  const candidates = useReading(routes.candidates, {
    params: { classId: view.classId },
    query: {},
  })
  const waiting = list.nominees
    .filter(({ state }) => state === 'WAITLISTED')
    .map(({ officialId, fullName, workplace }) => ({
      value: officialId,
      label: `${fullName}, ${workplace} (${t('classes.nomination.WAITLISTED')})`,
    }))
  const others = (candidates.data?.candidates ?? [])
    .filter(({ obstacles }) => obstacles.length === 0)
    .map(({ officialId, fullName, workplace }) => ({
      value: officialId,
      label: `${fullName}, ${workplace}`,
    }))
  const deed = useDeed(routes.sendSubstitute, { onDone: onClose })
  const { fullName: name, nominationId } = nominee
  const title = t('classes.part.substituteTitle', { name })
  return (
    <Dialog title={title} opened onClose={onClose}>
      <Form
        schema={substituteForm}
        defaultValues={{ officialId: '', reason: '' }}
        problem={deed.problem}
        label={title}
        onSubmit={(body) => deed.send({ params: { classId: view.classId, nominationId }, body })}
      >
        <SelectField
          name="officialId"
          label={t('classes.part.substituteWho')}
          choices={[...waiting, ...others]}
        />
        <AreaField name="reason" label={t('classes.part.because')} />
        <SubmitButton>{t('classes.part.substitute')}</SubmitButton>
      </Form>
    </Dialog>
  )
}

function Withdraw({ view, nominee, opened, onClose }: Asking & { opened: boolean }) {
  const t = useText()
  const deed = useDeed(routes.withdrawNominee)
  const { fullName: name, nominationId } = nominee
  return (
    <ReasonDialog
      title={t('classes.part.withdrawTitle', { name })}
      deed={t('classes.part.withdraw')}
      hint={t('classes.part.withdrawHint')}
      {...{ opened, onClose }}
      problem={deed.problem}
      onGiven={async (reason) => {
        const params = { classId: view.classId, nominationId }
        if (await deed.send({ params, body: { reason } })) onClose()
      }}
    />
  )
}
