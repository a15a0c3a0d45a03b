import { Menu } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { cycleRoutes, type CycleView } from '../../domain/cycle/cycle.contract.ts'
import type { Phase } from '../../domain/cycle/phases.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useReading } from '../reading.ts'
import { sayKey, useText } from '../text.ts'

/** Where one works at a station. */
const placeOf: Partial<Record<Phase, string>> = {
  draft: 'draft',
  feedback: 'feedback',
  revision: 'revision',
  approval: 'approval',
}

/** The one way on, and the rarer deeds behind "Thao tác". */
export function CycleDeeds({ view }: { view: CycleView }) {
  const t = useText()
  const [asked, setAsked] = useState<'skip' | 'open' | null>(null)
  const { data } = useReading(cycleRoutes.cycles, {})
  const next = data?.mayOpen ?? null
  const maySkip = mayDo(view.allowedActions, 'needs.skipped')
  const close = () => setAsked(null)
  return (
    <>
      {maySkip ? (
        <Button kind="primary" onClick={() => setAsked('skip')}>
          {t('cycle.pages.cycle.skipNeeds')}
        </Button>
      ) : (
        <GoOn view={view} />
      )}
      {next !== null && (
        <Button onClick={() => setAsked('open')}>
          {t('cycle.pages.cycle.openNext', { planYear: next })}
        </Button>
      )}
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button iconAfter="chevron-down">{t('cycle.pages.cycle.actions')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <MenuLink to={`/cycles/${view.planYear}/calendar`}>
            {t('cycle.pages.cycle.calendar')}
          </MenuLink>
          <MenuLink to={`/cycles/${view.planYear}/results`}>
            {t('reward.results.title', { planYear: String(view.planYear) })}
          </MenuLink>
          <MenuLink to={`/cycles/${view.planYear}/movement`}>{t('cycle.movement.open')}</MenuLink>
          <MenuLink to={`/cycles/${view.planYear}/history`}>
            {t('cycle.pages.cycle.allHistory')}
          </MenuLink>
        </Menu.Dropdown>
      </Menu>
      <SkipNeeds planYear={view.planYear} opened={asked === 'skip'} onClose={close} />
      {next !== null && <OpenNext planYear={next} opened={asked === 'open'} onClose={close} />}
    </>
  )
}

function MenuLink({ to, children }: { to: string; children: string }) {
  return (
    <Menu.Item component={Link} to={to}>
      {children}
    </Menu.Item>
  )
}

function GoOn({ view: { planYear, ribbon } }: { view: CycleView }) {
  const t = useText()
  const place = placeOf[ribbon.phase]
  if (!place || ribbon.isClosed) return null
  const phase = sayKey(`cycle.phases.${ribbon.phase}`) ?? ''
  const to: string = `/cycles/${planYear}/${place}`
  return (
    <Link className="btn pri" to={to}>
      {place === 'feedback'
        ? t('cycle.pages.cycle.answers')
        : t('cycle.pages.cycle.goOn', { phase })}
    </Link>
  )
}

type Asking = { planYear: number; opened: boolean; onClose: () => void }

function SkipNeeds({ planYear, opened, onClose }: Asking) {
  const t = useText()
  const skip = useDeed(cycleRoutes.skipNeeds, { onDone: onClose })
  return (
    <ReasonDialog
      title={t('cycle.pages.cycle.skipNeeds')}
      deed={t('cycle.pages.cycle.confirm')}
      opened={opened}
      onClose={onClose}
      problem={skip.problem}
      onGiven={(reason) => skip.send({ params: { planYear }, body: { reason } })}
    >
      <p>{t('cycle.pages.cycle.skipNeedsLead')}</p>
    </ReasonDialog>
  )
}

export function OpenNext({ planYear, opened, onClose }: Asking) {
  const t = useText()
  const go = useNavigate()
  const open = useDeed(cycleRoutes.openCycle, {
    onDone: () => {
      onClose()
      void go({ to: '/cycles/$year', params: { year: String(planYear) } })
    },
  })
  const title = t('cycle.pages.cycle.openNext', { planYear })
  return (
    <Dialog title={title} opened={opened} onClose={onClose}>
      <p>{t('cycle.pages.cycle.openNextLead')}</p>
      <ProblemNote problem={open.problem} />
      <div className="row">
        <Button
          kind="primary"
          sending={open.sending}
          onClick={() => void open.send({ body: { planYear } })}
        >
          {title}
        </Button>
        <Button onClick={onClose}>{t('cycle.pages.cycle.cancel')}</Button>
      </div>
    </Dialog>
  )
}
