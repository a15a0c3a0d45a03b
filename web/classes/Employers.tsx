import type { EmployerView } from '../../domain/classes/views.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { useText } from '../text.ts'
import look from './classes.module.css'

/** How each workplace has answered this year, the refusals first. */
export function Employers({ rows }: { rows: readonly EmployerView[] }) {
  const t = useText()
  if (rows.length === 0) return null
  const figure = (id: 'asked' | 'granted' | 'refused', head: string) =>
    col<EmployerView>({ id, head, right: true, cell: (row) => writeNumber(row[id]) })
  return (
    <section className={look.quotas} aria-label={t('classes.nominees.employers')}>
      <h2>{t('classes.nominees.employers')}</h2>
      <DataTable<EmployerView>
        label={t('classes.nominees.employers')}
        rows={rows}
        rowKey={({ workplaceId }) => workplaceId}
        columns={[
          col<EmployerView>({
            id: 'workplace',
            head: t('classes.nominees.employer'),
            rowHead: true,
            cell: ({ workplace }) => workplace,
          }),
          figure('asked', t('classes.nominees.asked')),
          figure('granted', t('classes.nominees.granted')),
          figure('refused', t('classes.nominees.refused')),
          col<EmployerView>({
            id: 'silent',
            head: t('classes.nominees.silent'),
            right: true,
            cell: ({ unanswered }) => writeNumber(unanswered),
          }),
        ]}
      />
    </section>
  )
}
