import { useState } from 'react'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { type Basis, BASES, sharedOut, weighedBy } from '../../domain/revision/share-out.ts'
import type { ShareFacts, SharedTarget } from '../../domain/revision/views.contract.ts'
import { useDeed } from '../deed.ts'
import { BalanceBar } from '../kit/BalanceBar.tsx'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { Note } from '../kit/Note.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { Shown } from '../kit/States.tsx'
import { toast } from '../kit/toast.ts'
import { useReading } from '../reading.ts'
import { sayCode, useText } from '../text.ts'
import { NewShares } from './NewShares.tsx'
import styles from './revision.module.css'

type Props = { target: SharedTarget; targetId: string }

/** A target divided anew over chosen units; the sum stands in sight before anything is written. */
export function Redistribute({ target, targetId }: Props) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const title = t('revision.redistribution.title', { code: target.code })
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {t('revision.redistribution.open')}
        <span className="vh"> {target.code}</span>
      </Button>
      {open && (
        <Dialog title={title} opened onClose={() => setOpen(false)}>
          <Reading targetId={targetId} onDone={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  )
}

function Reading({ targetId, onDone }: { targetId: string; onDone: () => void }) {
  const found = useReading(routes.shareFacts, { params: { targetId } })
  return <Shown reading={found}>{(facts) => <Dividing {...{ facts, onDone }} />}</Shown>
}

function Dividing({ facts, onDone }: { facts: ShareFacts; onDone: () => void }) {
  const t = useText()
  const { targetId, headline, units, measuredIn, code } = facts
  const [basis, setBasis] = useState<Basis>('LAST_YEAR')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const write = useDeed(routes.redistribute, {
    onDone: () => {
      toast(t('revision.redistribution.done', { code }))
      onDone()
    },
  })
  const chosen = new Set(units.map(({ unitId }) => unitId).filter((id) => !left.has(id)))
  const anew = sharedOut(headline, weighedBy(basis, units), chosen)
  const shares = 'shares' in anew ? anew.shares : []
  const turn = (unitId: string) =>
    setLeft(new Set(left.has(unitId) ? [...left].filter((id) => id !== unitId) : [...left, unitId]))
  return (
    <>
      <p>{t('revision.redistribution.body')}</p>
      <BasisChoice {...{ basis, setBasis }} countedIn={facts.countedIn} />
      <div className={styles.sum}>
        <BalanceBar
          totalName={t('revision.requestsPart.balance', { code })}
          givenName={t('revision.redistribution.given')}
          total={headline}
          given={shares.reduce((sum, { after }) => sum + after, 0)}
          unit={measuredIn}
        />
      </div>
      {'problem' in anew && (
        <Note tone="act">{sayCode(anew.problem.code, anew.problem.params)}</Note>
      )}
      <NewShares
        {...{ facts, basis, chosen, turn, shares }}
        weights={'weights' in anew ? anew.weights : 0}
      />
      <ProblemNote problem={write.problem} />
      <div className="row">
        {shares.length > 0 && (
          <Button
            kind="primary"
            sending={write.sending}
            onClick={() =>
              void write.send({
                params: { targetId },
                body: {
                  basis,
                  unitIds: [...chosen],
                  shares: shares.map(({ unitId, after: value }) => ({ unitId, value })),
                },
              })
            }
          >
            {t('revision.redistribution.deed')}
          </Button>
        )}
        <Button onClick={onDone}>{t('shell.cancel')}</Button>
      </div>
    </>
  )
}

type BasisProps = {
  basis: Basis
  setBasis: (basis: Basis) => void
  countedIn: ShareFacts['countedIn']
}

function BasisChoice({ basis, setBasis, countedIn }: BasisProps) {
  const t = useText()
  return (
    <fieldset>
      <legend className="lab">{t('revision.redistribution.by')}</legend>
      {BASES.map((value) => (
        <label key={value} className="check-row">
          <input
            className="rad"
            type="radio"
            name="basis"
            checked={basis === value}
            onChange={() => setBasis(value)}
          />
          {t(`revision.redistribution.bases.${countedIn}.${value}`)}
        </label>
      ))}
    </fieldset>
  )
}
