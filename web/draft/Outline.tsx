import { useState } from 'react'
import type { WorkingPlan } from '../../domain/draft/views.contract.ts'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { Icon } from '../kit/Icon.tsx'
import { useText } from '../text.ts'
import styles from './draft.module.css'
import { annexNeedsLook, type OutlineItem, outlineOf } from './outline.ts'
import type { Place } from './place.ts'

type Props = { plan: WorkingPlan; place: Place }

/** The clauses of the plan beside the paper; on phones behind one button. */
export function Outline({ plan, place }: Props) {
  const t = useText()
  const [picking, setPicking] = useState(false)
  const counts = { total: plan.clauses.length, done: plan.clauses.filter((c) => c.finished).length }
  const list = (
    <OutlineList
      {...{ plan, place }}
      onPick={(at) => {
        setPicking(false)
        place.open(at)
      }}
    />
  )
  return (
    <>
      <nav className={styles.outline} aria-label={t('draft.outline.label')}>
        <h2>{t('draft.outline.counts', counts)}</h2>
        {list}
      </nav>
      <button
        className={styles.picker}
        type="button"
        aria-haspopup="dialog"
        onClick={() => setPicking(true)}
      >
        <Icon name="list" />
        <span>
          {t('draft.outline.counts', counts)}
          <br />
          <span className="quiet">{t('draft.outline.choose')}</span>
        </span>
        <Icon name="chevron-down" />
      </button>
      <Dialog title={t('draft.outline.label')} opened={picking} onClose={() => setPicking(false)}>
        {list}
      </Dialog>
    </>
  )
}

function OutlineList({ plan, place, onPick }: Props & { onPick: (at: string) => void }) {
  const t = useText()
  const ends: OutlineItem[] = [
    { at: 'head', number: '', name: t('draft.outline.head'), state: 'done' },
  ]
  const annex: OutlineItem = {
    at: 'annex',
    number: t('draft.outline.annexNumber'),
    name: t('draft.outline.annex', { count: plan.classLines.length }),
    state: annexNeedsLook(plan) ? 'look' : 'done',
  }
  const parts = [{ title: null, items: ends }, ...outlineOf(plan, place.at)]
  if (plan.planType === 'TRAINING') parts.push({ title: null, items: [annex] })
  return parts.map(({ title, items }) => (
    <div key={title ?? items[0]?.at}>
      {title && <p className={styles.part}>{title}</p>}
      <ul>
        {items.map((item) => (
          <li key={item.at}>
            <OutlineButton item={item} current={item.at === place.at} onPick={onPick} />
          </li>
        ))}
      </ul>
    </div>
  ))
}

type ButtonProps = { item: OutlineItem; current: boolean; onPick: (at: string) => void }

const looks = {
  done: ['circle-check', 'grn'],
  open: ['pencil', 'blu'],
  todo: ['circle', 'later'],
  look: ['alert-triangle', 'amb'],
} as const

function OutlineButton({ item, current, onPick }: ButtonProps) {
  const t = useText()
  const [icon, colour] = looks[item.state]
  return (
    <button
      className={styles.item}
      type="button"
      aria-current={current ? 'true' : undefined}
      onClick={() => onPick(item.at)}
    >
      <span className={styles.number}>{item.number}</span>
      <span>{item.name}</span>
      <span className={colour}>
        <Icon name={icon} />
        <span className="vh">{t(`draft.outline.${item.state}`)}</span>
      </span>
    </button>
  )
}
