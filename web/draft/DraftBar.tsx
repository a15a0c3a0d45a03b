import { useState } from 'react'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import type { WorkingPlan } from '../../domain/draft/views.contract.ts'
import { useDeed } from '../deed.ts'
import { SavedWord } from '../kit/autosave/SavedWord.tsx'
import { Button } from '../kit/Button.tsx'
import { DeedButton, mayDo } from '../kit/Deeds.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { ActionBar } from '../kit/Page.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useStore } from '../store.ts'
import { useText } from '../text.ts'
import { clauseAfter } from './outline.ts'
import type { Place } from './place.ts'
import { PublishDialog } from './PublishDialog.tsx'
import { finishing, savingNow } from './saving.ts'

type Props = { plan: WorkingPlan; place: Place; writable: boolean }

/** What is saved, what is still missing, and the one deed that takes the plan further. */
export function DraftBar({ plan, place, writable }: Props) {
  const t = useText()
  const saving = useStore(savingNow)
  const { allowedActions: actions } = plan
  const next = place.at ? clauseAfter(plan, place.at) : null
  const isClause = plan.clauses.some(({ code }) => code === place.at)
  return (
    <ActionBar
      label={t('draft.bar.label')}
      deeds={
        writable && isClause ? (
          <Finished place={place} next={next} />
        ) : mayDo(actions, 'draft.sentOn') ? (
          <SendOn plan={plan} />
        ) : mayDo(actions, 'draft.forwarded') ? (
          <Forward plan={plan} />
        ) : mayDo(actions, 'draft.published') ? (
          <Publish plan={plan} place={place} />
        ) : null
      }
    >
      {writable && saving.kind !== 'none' && (
        <>
          <SavedWord state={saving} />
          <br />
        </>
      )}
      <span className="only-desk">
        <Missing plan={plan} writable={writable} />
      </span>
    </ActionBar>
  )
}

function Missing({ plan, writable }: { plan: WorkingPlan; writable: boolean }) {
  const t = useText()
  const count = plan.obstacles.length
  const names = plan.waitsFor.map(({ name }) => name).join(', ')
  if (writable && count > 0)
    return (
      <a href="#muc-checks" id="draft-missing">
        {t('draft.bar.missing', { count })}
      </a>
    )
  if (writable && plan.warnings.length > 0)
    return <a href="#muc-checks">{t('draft.bar.look', { count: plan.warnings.length })}</a>
  if (writable) return t('draft.bar.ready')
  return names ? t('draft.bar.waitsFor', { names }) : null
}

/** The open clause is finished; the writer goes on to the next one. */
function Finished({ place, next }: { place: Place; next: string | null }) {
  const t = useText()
  const finish = useStore(finishing)
  const here = place.at ?? ''
  return (
    <Button
      kind="primary"
      iconAfter="chevron-right"
      onClick={() => void Promise.resolve(finish?.()).then(() => place.open(next))}
    >
      {next === null ? t('draft.bar.last', { here }) : t('draft.bar.next', { here, next })}
    </Button>
  )
}

function SendOn({ plan }: { plan: WorkingPlan }) {
  const t = useText()
  const deed = useDeed(draftRoutes.sendOn)
  return (
    <>
      <ProblemNote problem={deed.problem} />
      <DeedButton
        actions={plan.allowedActions}
        deed="draft.sentOn"
        kind="primary"
        sending={deed.sending}
        because={
          plan.obstacles.length > 0
            ? t('draft.bar.notYet', { count: plan.obstacles.length })
            : undefined
        }
        onPress={() => void deed.send({ params: { planId: plan.id } })}
      >
        {t('draft.bar.sendOn')}
      </DeedButton>
    </>
  )
}

function Forward({ plan }: { plan: WorkingPlan }) {
  const t = useText()
  const params = { planId: plan.id }
  const [returning, setReturning] = useState(false)
  const forward = useDeed(draftRoutes.forward)
  const back = useDeed(draftRoutes.returnToDrafter, { onDone: () => setReturning(false) })
  return (
    <>
      <ProblemNote problem={forward.problem} />
      <Button onClick={() => setReturning(true)}>{t('draft.bar.return')}</Button>
      <Button
        kind="primary"
        sending={forward.sending}
        onClick={() => void forward.send({ params })}
      >
        {t('draft.bar.forward')}
      </Button>
      <ReasonDialog
        title={t('draft.bar.returnTitle')}
        deed={t('draft.bar.return')}
        opened={returning}
        onClose={() => setReturning(false)}
        onGiven={(reason) => back.send({ params, body: { reason } })}
        problem={back.problem}
      />
    </>
  )
}

function Publish({ plan, place }: { plan: WorkingPlan; place: Place }) {
  const t = useText()
  const [asked, setAsked] = useState<'back' | 'agree' | null>(null)
  const back = useDeed(draftRoutes.sendBack, { onDone: () => setAsked(null) })
  return (
    <>
      <Button onClick={() => setAsked('back')}>{t('draft.bar.return')}</Button>
      <Button kind="primary" onClick={() => setAsked('agree')}>
        {t('draft.bar.publish')}
      </Button>
      <ReasonDialog
        title={t('draft.bar.returnTitle')}
        deed={t('draft.bar.return')}
        opened={asked === 'back'}
        onClose={() => setAsked(null)}
        onGiven={(reason) => back.send({ params: { planId: plan.id }, body: { reason } })}
        problem={back.problem}
      />
      {asked === 'agree' && <PublishDialog year={place.year} onClose={() => setAsked(null)} />}
    </>
  )
}
