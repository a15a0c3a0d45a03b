import { useState } from 'react'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import type {
  ClassView,
  NomineeView,
  OwnPartView,
  UnitListView,
} from '../../domain/classes/views.contract.ts'
import { useDeed } from '../deed.ts'
import { wordOf } from './federation-words.ts'
import { Button } from '../kit/Button.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'
import look from './classes.module.css'

type Props = { view: ClassView; part: OwnPartView; list: UnitListView }

const open: readonly string[] = ['PROPOSED', 'UNIT_APPROVED', 'RELEASE_PENDING']

/** The president puts the list in order and approves it; whoever is left out goes back. */
export function ApproveList({ view, part, list }: Props) {
  const t = useText()
  const known = list.nominees.filter(({ state }) => open.includes(state))
  const [order, setOrder] = useState(() => known.map(({ nominationId }) => nominationId))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const deed = useDeed(routes.approveList)
  const approved = order.filter((id) => !left.has(id))
  async function approve(): Promise<void> {
    const params = { classId: view.classId, unitId: part.unitId }
    if (await deed.send({ params, body: { order: approved } }))
      toast(t('classes.part.approved', { count: approved.length }))
  }
  return (
    <section aria-label={t('classes.part.approve')}>
      <h3>{t('classes.part.approve')}</h3>
      <p className="small">
        {t('classes.part.approveLead', { seats: part.seats - part.givenBack })}
      </p>
      <ol className={look.people}>
        {order.map((id, index) => {
          const nominee = known.find(({ nominationId }) => nominationId === id)
          return (
            nominee && (
              <Ranked
                key={id}
                {...{
                  nominee,
                  isLeft: left.has(id),
                  isFirst: index === 0,
                  isLast: index === order.length - 1,
                }}
                onMove={(by) => setOrder(moved(order, index, by))}
                onLeave={() => setLeft(toggled(left, id))}
              />
            )
          )
        })}
      </ol>
      <ProblemNote problem={deed.problem} />
      <p className="row">
        <Button
          kind="primary"
          sending={deed.sending}
          blockedBy={approved.length === 0 ? 'nobody-left' : undefined}
          onClick={() => void approve()}
        >
          {t('classes.part.approveDeed', { count: approved.length })}
        </Button>
        {approved.length === 0 && (
          <span className="small" id="nobody-left">
            {t('classes.part.nobodyLeft')}
          </span>
        )}
      </p>
    </section>
  )
}

function moved(order: readonly string[], index: number, by: -1 | 1): string[] {
  const next = [...order]
  const [taken = ''] = next.splice(index, 1)
  next.splice(index + by, 0, taken)
  return next
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}

type RankedProps = {
  nominee: NomineeView
  isLeft: boolean
  isFirst: boolean
  isLast: boolean
  onMove: (by: -1 | 1) => void
  onLeave: () => void
}

function Ranked({ nominee, isLeft, isFirst, isLast, onMove, onLeave }: RankedProps) {
  const t = useText()
  const { fullName: name, position, workplace } = nominee
  return (
    <li className={isLeft ? look.out : undefined}>
      <span>
        <b>{name}</b>
        <span className={look.under}>
          {wordOf('positions', position)}, {workplace}
          {isLeft && `. ${t('classes.part.leftOut')}`}
        </span>
      </span>
      <span className="row">
        {!isFirst && (
          <Button
            icon="arrow-up"
            aria-label={t('classes.part.up', { name })}
            onClick={() => onMove(-1)}
          />
        )}
        {!isLast && (
          <Button
            icon="arrow-down"
            aria-label={t('classes.part.down', { name })}
            onClick={() => onMove(1)}
          />
        )}
        <Button
          icon={isLeft ? 'plus' : 'x'}
          aria-label={t(isLeft ? 'classes.part.takeIn' : 'classes.part.leaveOut', { name })}
          onClick={onLeave}
        />
      </span>
    </li>
  )
}
