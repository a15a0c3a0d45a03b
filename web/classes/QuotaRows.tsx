import { useMemo } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import type { z } from 'zod'
import type { quotasForm } from '../../domain/classes/forms.contract.ts'
import type { QuotaView } from '../../domain/classes/views.contract.ts'
import { matchesAllWords, writeNumber } from '../../domain/grammar/text.ts'
import { NumberField } from '../kit/form/NumberField.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { useText } from '../text.ts'

export type Narrowing = { part: 'seated' | 'all'; words: string }

type Props = { quotas: readonly QuotaView[]; narrowing: Narrowing; onClear: () => void }

/** A row for each unit that is shown; what is typed into the others stays as it is. */
export function QuotaRows({ quotas, narrowing, onClear }: Props) {
  const t = useText()
  const at = new Map(quotas.map(({ unitId }, index) => [unitId, index]))
  const shown = useShown(quotas, narrowing)
  const figure = (id: 'eligible' | 'proposed' | 'nominated', head: string) =>
    col<QuotaView>({ id, head, right: true, cell: (row) => writeNumber(row[id]) })
  return (
    <DataTable<QuotaView>
      label={t('classes.quotas.title')}
      rows={shown}
      rowKey={({ unitId }) => unitId}
      filtered
      onClearFilters={onClear}
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

/** Chosen anew when the reader narrows, never while a number is typed: no row goes from under the hand. */
function useShown(quotas: readonly QuotaView[], { part, words }: Narrowing): QuotaView[] {
  const { getValues } = useFormContext<z.input<typeof quotasForm>>()
  const { errors } = useFormState<z.input<typeof quotasForm>>({ name: 'quotas' })
  const chosen = useMemo(() => {
    const typed = getValues('quotas')
    return new Set(
      quotas.flatMap(({ unitId, unitName, nominated }, index) => {
        const isShown =
          words.trim() === ''
            ? part === 'all' || nominated > 0 || (typed[index]?.seats ?? 0) > 0
            : matchesAllWords(unitName, words.trim())
        return isShown ? [unitId] : []
      }),
    )
  }, [getValues, quotas, part, words])
  // where something is to be mended, the row is there to be mended
  return quotas.filter(({ unitId }, index) => chosen.has(unitId) || errors.quotas?.[index])
}
