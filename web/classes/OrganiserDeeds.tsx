import { useState } from 'react'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import type { ClassView } from '../../domain/classes/views.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useText } from '../text.ts'
import { Reschedule } from './Reschedule.tsx'
import { WhoIsTold } from './WhoIsTold.tsx'

type Props = { view: ClassView }
type Open = 'fix' | 'reschedule' | 'postpone' | 'cancel' | null

/** What the organiser may do now; what the class is past is not drawn. */
export function OrganiserDeeds({ view }: Props) {
  const t = useText()
  const [open, setOpen] = useState<Open>(null)
  const may = (deed: string) => mayDo(view.allowedActions, deed)
  const deeds: [deed: string, words: string, which: Open][] = [
    ['list.fixed', t('classes.page.fixList'), 'fix'],
    ['class.rescheduled', t('classes.page.reschedule'), 'reschedule'],
    ['class.postponed', t('classes.page.postpone'), 'postpone'],
    ['class.cancelled', t('classes.page.cancel'), 'cancel'],
  ]
  const possible = deeds.filter(([deed]) => may(deed))
  if (possible.length === 0 && !may('nominations.opened')) return null
  const asking = { view, onClose: () => setOpen(null) }
  return (
    <section aria-label={t('classes.page.deeds')}>
      <h2>{t('classes.page.deeds')}</h2>
      <OpenNow view={view} />
      <div className="row">
        {possible.map(([deed, words, which]) => (
          <Button key={deed} onClick={() => setOpen(which)}>
            {words}
          </Button>
        ))}
      </div>
      <FixList {...asking} opened={open === 'fix'} />
      <PutOff {...asking} opened={open === 'postpone'} />
      <CallOff {...asking} opened={open === 'cancel'} />
      {open === 'reschedule' && <Reschedule {...asking} />}
    </section>
  )
}

function OpenNow({ view: { classId, allowedActions } }: Props) {
  const t = useText()
  const deed = useDeed(routes.openNominations)
  if (!mayDo(allowedActions, 'nominations.opened')) return null
  return (
    <p>
      <Button
        sending={deed.sending}
        onClick={() => void deed.send({ params: { classId }, body: {} })}
      >
        {t('classes.page.openNominations')}
      </Button>
      <ProblemNote problem={deed.problem} />
    </p>
  )
}

type Asking = Props & { opened: boolean; onClose: () => void }

function FixList({ view: { classId }, opened, onClose }: Asking) {
  const t = useText()
  const fix = useDeed(routes.fixList)
  return (
    <ReasonDialog
      title={t('classes.page.fixTitle')}
      deed={t('classes.page.fixList')}
      hint={t('classes.page.fixHint')}
      {...{ opened, onClose }}
      problem={fix.problem}
      onGiven={async (reason) => {
        if (await fix.send({ params: { classId }, body: { reason } })) onClose()
      }}
    />
  )
}

function PutOff({ view, opened, onClose }: Asking) {
  const t = useText()
  const { classId } = view
  const postpone = useDeed(routes.postpone)
  return (
    <ReasonDialog
      title={t('classes.page.postponeTitle')}
      deed={t('classes.page.postpone')}
      hint={t('classes.page.postponeHint')}
      {...{ opened, onClose }}
      problem={postpone.problem}
      onGiven={async (reason) => {
        if (await postpone.send({ params: { classId }, body: { reason } })) onClose()
      }}
    >
      <WhoIsTold view={view} />
    </ReasonDialog>
  )
}

function CallOff({ view, opened, onClose }: Asking) {
  const t = useText()
  const { classId } = view
  const cancel = useDeed(routes.cancel)
  return (
    <ReasonDialog
      title={t('classes.page.cancelTitle')}
      deed={t('classes.page.cancel')}
      hint={t('classes.page.cancelHint')}
      {...{ opened, onClose }}
      problem={cancel.problem}
      onGiven={async (reason) => {
        if (await cancel.send({ params: { classId }, body: { reason } })) onClose()
      }}
    >
      <WhoIsTold view={view} />
    </ReasonDialog>
  )
}
