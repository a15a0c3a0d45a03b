import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { isBeingRevised } from '../../domain/cycle/plan-state.ts'
import { timeOfInstant } from '../../domain/grammar/day.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import type { ConsolidationView } from '../../domain/revision/views.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { Icon } from '../kit/Icon.tsx'
import { ActionBar } from '../kit/Page.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useStore } from '../store.ts'
import { sayCode, useText } from '../text.ts'
import type { Choosing } from './choosing.ts'
import { keysOn, switchKeys } from './keys.ts'
import { ManyBar } from './Many.tsx'
import styles from './revision.module.css'
import { useRevisionSearch } from './search.ts'
import type { Table } from './table.ts'

type Props = { view: ConsolidationView; table?: Table; choosing?: Choosing }

/** At the foot: what is saved, what still stands in the way, and the next deed. */
export function SubmitBar({ view, table, choosing }: Props) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <ActionBar
        label={t('revision.bar.label')}
        deeds={<NextDeed {...{ view, table }} onSubmit={() => setAsking(true)} />}
      >
        <Saved at={table?.deciding.savedAt ?? null} />
        {isBeingRevised(view.plan.state) ? (
          <Standing view={view} />
        ) : (
          t(`revision.bar.${closedFor(view)}`)
        )}
        {table?.writable && choosing && <ManyBar {...{ view, choosing }} />}
        {table?.writable && <KeysHelp />}
      </ActionBar>
      {asking && <SubmitDialog view={view} onClose={() => setAsking(false)} />}
    </>
  )
}

const closedFor = ({ plan }: ConsolidationView) =>
  plan.state === 'CONSULTING' ? 'consulting' : 'submitted'

type NextProps = { view: ConsolidationView; table: Table | undefined; onSubmit: () => void }

/** What is chosen is written first; once nothing is open, the plan goes to the checks. */
function NextDeed({ view, table, onSubmit }: NextProps) {
  const t = useText()
  const isReady = view.obstacles.length === 0 && mayDo(view.allowedActions, 'plan.submitted')
  if (table?.writable && (table.deciding.isTouched || !isReady))
    return <WriteButton table={table} />
  if (!isReady) return null
  return (
    <Button kind="primary" onClick={onSubmit}>
      {t('revision.bar.submit')}
    </Button>
  )
}

function WriteButton({ table }: { table: Table }) {
  const t = useText()
  const { next, deciding } = table
  const short = next?.number.split('-').at(-1) ?? ''
  return (
    <Button
      kind="primary"
      sending={deciding.sending}
      iconAfter="chevron-right"
      blockedBy={deciding.choice.disposition ? undefined : 'revision-standing'}
      onClick={() => void table.writeAndGoOn()}
    >
      {next ? t('revision.bar.writeNext', { number: short }) : t('revision.bar.write')}
    </Button>
  )
}

function Saved({ at }: { at: Date | null }) {
  const t = useText()
  return (
    <output className="saved">
      {at && (
        <>
          <Icon name="circle-check" />
          {t('revision.bar.saved', { time: timeOfInstant(at) })}
        </>
      )}
    </output>
  )
}

/** The first reason in the line, the others unfolded below it. */
function Standing({ view }: { view: ConsolidationView }) {
  const t = useText()
  const [first, ...rest] = view.obstacles.map(({ code, params }) => sayCode(code, params))
  if (!first) return <span id="revision-standing">{t('revision.bar.ready')}</span>
  return (
    <span id="revision-standing">
      {t('revision.bar.blocked')} <b>{first}</b>
      {rest.length > 0 && (
        <details className={styles.rest}>
          <summary>{t('revision.bar.rest')}</summary>
          <ul>
            {rest.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </details>
      )}
    </span>
  )
}

function KeysHelp() {
  const t = useText()
  const on = useStore(keysOn)
  const caps = [
    [['J', 'K'], t('revision.bar.keys.move')],
    [['1', '2', '3'], t('revision.bar.keys.choose')],
    [['Ctrl Enter'], t('revision.bar.keys.write')],
    [['E'], t('revision.bar.keys.edit')],
    [['G'], t('revision.bar.keys.group')],
    [['X'], t('revision.bar.keys.select')],
    [['Z'], t('revision.bar.keys.undo')],
  ] as const
  return (
    <span className={`${styles.keys} only-desk`}>
      {on &&
        caps.map(([letters, words]) => (
          <span key={words}>
            {letters.map((letter) => (
              <kbd key={letter}>{letter}</kbd>
            ))}{' '}
            {words}
          </span>
        ))}
      <Button kind="text" onClick={() => switchKeys(!on)}>
        {t(on ? 'revision.bar.keys.off' : 'revision.bar.keys.on')}
      </Button>
    </span>
  )
}

function SubmitDialog({ view, onClose }: { view: ConsolidationView; onClose: () => void }) {
  const t = useText()
  const { year } = useRevisionSearch()
  const submit = useDeed(routes.submitPlan)
  const planId = view.plan.id
  const version = submit.done?.version ?? view.plan.version + 1
  if (submit.done)
    return (
      <Dialog title={t('revision.submitDialog.done')} opened onClose={onClose}>
        <p>{t('revision.submitDialog.next')}</p>
        <div className="row">
          <Link
            className="btn pri"
            to="/cycles/$year/approval"
            params={{ year: String(year) }}
            search={{ plan: planId }}
          >
            {t('revision.submitDialog.open')}
          </Link>
        </div>
      </Dialog>
    )
  return (
    <Dialog title={t('revision.submitDialog.title')} opened onClose={onClose}>
      <p>{view.plan.title}</p>
      <p>{t('revision.submitDialog.body', { version })}</p>
      <ProblemNote problem={submit.problem} />
      <div className="row">
        <Button
          kind="primary"
          sending={submit.sending}
          onClick={() => void submit.send({ params: { planId }, body: {} })}
        >
          {t('revision.submitDialog.deed')}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Dialog>
  )
}
