import { useCallback, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import { quotasForm } from '../../domain/classes/forms.contract.ts'
import type { ClassView, QuotaView } from '../../domain/classes/views.contract.ts'
import { useDeed } from '../deed.ts'
import { BalanceBar } from '../kit/BalanceBar.tsx'
import { Button } from '../kit/Button.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { Shown } from '../kit/States.tsx'
import { FilterRow, FilterSearch, FilterTabs } from '../kit/table/FilterRow.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import look from './classes.module.css'
import { type Narrowing, QuotaRows } from './QuotaRows.tsx'

/** Seats of the units beside what their numbers would give, with the sum against the class. */
export function QuotaTable({ view }: { view: ClassView }) {
  const t = useText()
  const [isEdited, setIsEdited] = useState(false)
  const found = useReading(
    routes.quotas,
    { params: { classId: view.classId } },
    { enabled: isEdited },
  )
  return (
    <section className={look.quotas} aria-label={t('classes.quotas.title')}>
      <h2>{t('classes.quotas.title')}</h2>
      {!isEdited && (
        <>
          <Balance seats={view.seats} given={view.counts.quotas} units={view.counts.units} />
          <Button onClick={() => setIsEdited(true)}>{t('classes.quotas.edit')}</Button>
        </>
      )}
      {isEdited && (
        <Shown reading={found}>
          {({ seats, quotas }) => (
            <Edit {...{ seats, quotas }} classId={view.classId} onDone={() => setIsEdited(false)} />
          )}
        </Shown>
      )}
    </section>
  )
}

function Balance({ seats, given, units }: { seats: number; given: number; units: number }) {
  const t = useText()
  return (
    <BalanceBar
      totalName={t('classes.quotas.total')}
      givenName={t('classes.quotas.shared', { count: units })}
      total={seats}
      given={given}
      unit=""
    />
  )
}

type EditProps = {
  seats: number
  quotas: readonly QuotaView[]
  classId: string
  onDone: () => void
}

function Edit({ seats, quotas, classId, onDone }: EditProps) {
  const t = useText()
  const deed = useDeed(routes.setQuotas, { onDone })
  const [proposal, setProposal] = useState(0)
  const given = (row: QuotaView) => (proposal > 0 ? row.proposed : row.seats)
  const [narrowing, setNarrowing] = useState<Narrowing>({
    part: quotas.some((row) => row.nominated > 0 || row.seats > 0) ? 'seated' : 'all',
    words: '',
  })
  return (
    <>
      <p className="small">{t('classes.quotas.lead')}</p>
      <Narrowed {...{ narrowing, setNarrowing }} all={quotas.length} />
      <Form
        key={proposal}
        schema={quotasForm}
        defaultValues={{ quotas: quotas.map((row) => ({ unitId: row.unitId, seats: given(row) })) }}
        problem={deed.problem}
        label={t('classes.quotas.title')}
        onSubmit={(body) => deed.send({ params: { classId }, body })}
      >
        <Sum seats={seats} />
        <QuotaRows quotas={quotas} narrowing={narrowing} onClear={() => setNarrowing(everything)} />
        <div className="row">
          <SubmitButton>{t('classes.quotas.save')}</SubmitButton>
          <Button onClick={() => setProposal(proposal + 1)}>
            {t('classes.quotas.asProposed')}
          </Button>
          <Button kind="text" onClick={onDone}>
            {t('shell.cancel')}
          </Button>
        </div>
      </Form>
    </>
  )
}

const everything: Narrowing = { part: 'all', words: '' }

type NarrowedProps = {
  narrowing: Narrowing
  setNarrowing: (narrowing: Narrowing) => void
  all: number
}

/** Outside the form, so that Enter among the words sends no seats. */
function Narrowed({ narrowing, setNarrowing, all }: NarrowedProps) {
  const t = useText()
  const look = useCallback(
    (words: string) => setNarrowing({ ...narrowing, words }),
    [narrowing, setNarrowing],
  )
  return (
    <>
      <FilterTabs
        label={t('classes.quotas.which')}
        tabs={[
          { value: 'seated', label: t('classes.quotas.seated') },
          { value: 'all', label: t('classes.quotas.all'), number: all },
        ]}
        value={narrowing.part}
        onChoose={(part) => setNarrowing({ part, words: '' })}
      />
      <FilterRow active={narrowing.words !== ''} onClear={() => look('')}>
        <FilterSearch label={t('classes.quotas.search')} value={narrowing.words} onChange={look} />
      </FilterRow>
    </>
  )
}

function Sum({ seats }: { seats: number }) {
  // The form holds what its schema describes, here not yet complete.
  const rows = useWatch({ name: 'quotas' }) as readonly { seats: number | null }[]
  const given = rows.reduce((sum, row) => sum + (row.seats ?? 0), 0)
  return <Balance seats={seats} given={given} units={rows.filter((row) => row.seats).length} />
}
