import { MATTER_KINDS, type MatterView } from '../../domain/draft/carry.contract.ts'
import { draftRoutes as routes } from '../../domain/draft/draft.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Group } from '../kit/Page.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { CarriedMatter } from './CarriedMatter.tsx'
import styles from './draft.module.css'

/** What the year before left unfinished, with its origin; each is taken over or left with a reason. */
export function CarriedOver({ planId }: { planId: string }) {
  const t = useText()
  const { data } = useReading(routes.unfinished, { params: { planId } })
  if (!data || data.matters.length === 0) return null
  const mayDecide = mayDo(data.allowedActions, 'draft.matterTaken')
  const total = data.matters.length
  const open = data.matters.filter(({ outcome }) => outcome === null).length
  return (
    <details className="history-panel">
      <summary>
        {t('draft.carry.title', { planYear: String(data.fromYear) })}:{' '}
        {open > 0
          ? t('draft.carry.undecided', { count: open })
          : t('draft.carry.decided', { count: total })}
      </summary>
      <p className="small">{t('draft.carry.lead')}</p>
      {MATTER_KINDS.map((kind) => (
        <OfKind
          key={kind}
          {...{ planId, kind, mayDecide }}
          matters={data.matters.filter((matter) => matter.kind === kind)}
        />
      ))}
    </details>
  )
}

type Props = {
  planId: string
  kind: MatterView['kind']
  matters: readonly MatterView[]
  mayDecide: boolean
}

function OfKind({ planId, kind, matters, mayDecide }: Props) {
  const t = useText()
  if (matters.length === 0) return null
  return (
    <section aria-label={t(`draft.carry.kinds.${kind}`)}>
      <Group
        title={t(`draft.carry.kinds.${kind}`)}
        aside={mayDecide && <TakeAll {...{ planId, matters }} />}
      />
      <ul className={styles.matters}>
        {matters.map((matter) => (
          <CarriedMatter key={matter.origin} {...{ planId, matter, mayDecide }} />
        ))}
      </ul>
    </section>
  )
}

function TakeAll({ planId, matters }: Pick<Props, 'planId' | 'matters'>) {
  const t = useText()
  const take = useDeed(routes.takeOver)
  const open = matters.filter(({ outcome }) => outcome === null)
  if (open.length < 2) return null
  const body = { matters: open.map(({ kind, origin }) => ({ kind, origin })) }
  return (
    <>
      <Button sending={take.sending} onClick={() => void take.send({ params: { planId }, body })}>
        {t('draft.carry.takeAll', { count: open.length })}
      </Button>
      <ProblemNote problem={take.problem} />
    </>
  )
}
