import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import { quotasForm } from '../../domain/classes/forms.contract.ts'
import type { ClassView, QuotaView } from '../../domain/classes/views.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { useDeed } from '../deed.ts'
import { BalanceBar } from '../kit/BalanceBar.tsx'
import { Button } from '../kit/Button.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { NumberField } from '../kit/form/NumberField.tsx'
import { Shown } from '../kit/States.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import look from './classes.module.css'

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
  return (
    <Form
      key={proposal}
      schema={quotasForm}
      defaultValues={{ quotas: quotas.map((row) => ({ unitId: row.unitId, seats: given(row) })) }}
      problem={deed.problem}
      label={t('classes.quotas.title')}
      onSubmit={(body) => deed.send({ params: { classId }, body })}
    >
      <p className="small">{t('classes.quotas.lead')}</p>
      <Sum seats={seats} />
      <Rows quotas={quotas} />
      <div className="row">
        <SubmitButton>{t('classes.quotas.save')}</SubmitButton>
        <Button onClick={() => setProposal(proposal + 1)}>{t('classes.quotas.asProposed')}</Button>
        <Button kind="text" onClick={onDone}>
          {t('shell.cancel')}
        </Button>
      </div>
    </Form>
  )
}

function Sum({ seats }: { seats: number }) {
  // The form holds what its schema describes, here not yet complete.
  const rows = useWatch({ name: 'quotas' }) as readonly { seats: number | null }[]
  const given = rows.reduce((sum, row) => sum + (row.seats ?? 0), 0)
  return <Balance seats={seats} given={given} units={rows.filter((row) => row.seats).length} />
}

function Rows({ quotas }: { quotas: readonly QuotaView[] }) {
  const t = useText()
  const at = new Map(quotas.map(({ unitId }, index) => [unitId, index]))
  const figure = (id: 'eligible' | 'proposed' | 'nominated', head: string) =>
    col<QuotaView>({ id, head, right: true, cell: (row) => writeNumber(row[id]) })
  return (
    <DataTable<QuotaView>
      label={t('classes.quotas.title')}
      rows={quotas}
      rowKey={({ unitId }) => unitId}
      columns={[
        col<QuotaView>({
          id: 'unit',
          head: t('classes.quotas.unit'),
          rowHead: true,
          cell: ({ unitName }) => unitName,
        }),
        figure('eligible', t('classes.quotas.eligible')),
        figure('proposed', t('classes.quotas.proposed')),
        figure('nominated', t('classes.list.nominated')),
        col<QuotaView>({
          id: 'seats',
          head: t('classes.quotas.seats'),
          right: true,
          cell: ({ unitId, unitName }) => (
            <NumberField
              name={`quotas.${at.get(unitId)}.seats`}
              label={t('classes.quotas.seatsOf', { unit: unitName })}
              hiddenLabel
            />
          ),
        }),
      ]}
    />
  )
}
