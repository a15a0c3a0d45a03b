import { allocationForm } from '../../domain/draft/forms.contract.ts'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import { proposedAllocation } from '../../domain/draft/allocation.ts'
import type { AllocationRow, TargetAllocations } from '../../domain/draft/views.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { addressOf } from '../address.ts'
import { useDeed } from '../deed.ts'
import { BalanceBar } from '../kit/BalanceBar.tsx'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { NumberField } from '../kit/form/NumberField.tsx'
import { Note } from '../kit/Note.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { Shown } from '../kit/States.tsx'
import { Group } from '../kit/Page.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { queryClient, useReading } from '../reading.ts'
import { useText } from '../text.ts'
import styles from './draft.module.css'
import { partSaves } from './part-saves.ts'
import { Writing } from './Writing.tsx'

type Props = { targetId: string; year: number; onBack: () => void }

/** How one target is shared out among the units, and whether the shares reach its headline. */
export function Shares({ targetId, year, onBack }: Props) {
  const t = useText()
  const found = useReading(draftRoutes.allocations, { params: { targetId } })
  return (
    <section aria-label={t('draft.shares.label')}>
      <Button kind="text" icon="back" onClick={onBack}>
        {t('draft.shares.back')}
      </Button>
      <Shown reading={found}>
        {(target) => (
          <>
            <Group title={`${target.code}. ${target.text}`} />
            {target.headline !== null && (
              <BalanceBar
                totalName={t('draft.shares.headline')}
                givenName={t('draft.shares.given', { count: target.rows.length })}
                total={target.headline}
                given={target.sum}
                unit={target.measuredIn}
              />
            )}
            <ShareTable target={target} year={year} />
            <NotYetShared target={target} />
          </>
        )}
      </Shown>
    </section>
  )
}

function ShareTable({ target, year }: { target: TargetAllocations; year: number }) {
  const t = useText()
  const columns = [
    col<AllocationRow>({
      id: 'unit',
      head: t('draft.shares.unit'),
      rowHead: true,
      cell: (row) => row.unitName,
    }),
    col<AllocationRow>({
      id: 'last',
      head: t('draft.shares.last', { year: year - 1 }),
      right: true,
      cell: (row) => numberOf(row.lastYearValue),
    }),
    col<AllocationRow>({
      id: 'done',
      head: t('draft.shares.done'),
      right: true,
      cell: (row) => numberOf(row.lastYearDone),
    }),
    col<AllocationRow>({
      id: 'value',
      head: t('draft.shares.now'),
      right: true,
      cell: (row) => shareCell(row, target),
    }),
  ]
  return (
    <div className={styles.shares}>
      <DataTable
        label={t('draft.shares.label')}
        columns={columns}
        rows={target.rows}
        rowKey={(row) => row.unitId}
        empty={t('draft.shares.empty')}
        excelHref={`${addressOf('/targets/:targetId/allocations', { targetId: target.targetId })}/export.xlsx`}
      />
    </div>
  )
}

const numberOf = (value: number | null) => (value === null ? '' : writeNumber(value))

function shareCell(row: AllocationRow, target: TargetAllocations) {
  const isWritable = mayDo(target.allowedActions, 'draft.allocationEdited')
  return isWritable ? <ShareField {...{ row, target }} /> : numberOf(row.value)
}

function ShareField({ row, target }: { row: AllocationRow; target: TargetAllocations }) {
  const t = useText()
  const save = partSaves.share(target.targetId, row.unitId)
  return (
    <Writing
      part={`share/${target.targetId}/${row.unitId}`}
      schema={allocationForm}
      load={{ value: { value: row.value }, revision: row.revision }}
      save={async (value, revision) => {
        const outcome = await save(value, revision)
        if (outcome.kind === 'saved') void readSharesAgain()
        return outcome
      }}
      label={row.unitName}
      className=""
    >
      <NumberField
        name="value"
        label={t('draft.shares.of', { unit: row.unitName })}
        hiddenLabel
        decimals={2}
      />
    </Writing>
  )
}

function readSharesAgain(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: [draftRoutes.allocations.path] })
}

/** Units without a share: the rest of the headline can be shared out among all, as last year. */
function NotYetShared({ target }: { target: TargetAllocations }) {
  const t = useText()
  const deed = useDeed(draftRoutes.allocate)
  const { others, rows, headline } = target
  if (!mayDo(target.allowedActions, 'draft.targetAllocated')) return null
  const weights = [
    ...rows.map(({ unitId, value, lastYearValue }) => ({ unitId, weight: lastYearValue ?? value })),
    ...others.map(({ unitId }) => ({ unitId, weight: rows.length === 0 ? 1 : 0 })),
  ]
  const proposal = headline === null ? null : proposedAllocation(headline, weights)
  const params = { targetId: target.targetId }
  return (
    <Note title={t('draft.shares.helpTitle')}>
      {others.length > 0 && <p>{t('draft.shares.others', { count: others.length })}</p>}
      <p className="row">
        {proposal && (
          <Button
            sending={deed.sending}
            onClick={() => void deed.send({ params, body: { rows: proposal } }, target.revision)}
          >
            {t(rows.length === 0 ? 'draft.shares.equally' : 'draft.shares.asLastYear')}
          </Button>
        )}
        {others.length > 0 && (
          <Button
            sending={deed.sending}
            onClick={() => void deed.send({ params, body: withAll(target) }, target.revision)}
          >
            {t('draft.shares.addAll')}
          </Button>
        )}
      </p>
      <ProblemNote problem={deed.problem} />
    </Note>
  )
}

function withAll({ rows, others }: TargetAllocations) {
  return {
    rows: [
      ...rows.map(({ unitId, value }) => ({ unitId, value })),
      ...others.map(({ unitId }) => ({ unitId, value: 0 })),
    ],
  }
}
