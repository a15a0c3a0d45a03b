import { linesInTet } from '../../domain/draft/class-line.ts'
import type { WorkingPlan, WrittenLine } from '../../domain/draft/views.contract.ts'
import { writingRoutes } from '../../domain/draft/writing.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { addressOf } from '../address.ts'
import { Icon } from '../kit/Icon.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useText } from '../text.ts'
import { AddButton } from './AddRemove.tsx'
import { AnnexTotals } from './AnnexTotals.tsx'
import { CheckList } from './CheckList.tsx'
import styles from './draft.module.css'
import { LineWriting } from './LineWriting.tsx'
import { inMillions } from './money.ts'
import { PasteLines } from './PasteLines.tsx'
import type { Place } from './place.ts'

type Props = { plan: WorkingPlan; place: Place; writable: boolean }

/** The annex of classes with its totals, last year's numbers in grey, and what to look at. */
export function Annex({ plan, place, writable }: Props) {
  const t = useText()
  const lastYear = plan.planYear - 1
  const href = `${addressOf('/plans/:planId/draft', { planId: plan.id })}/export.xlsx`
  const params = { planId: plan.id }
  return (
    <section className={`sheet ${styles.annex}`} aria-labelledby="annex-title" id="muc-annex">
      <h2 id="annex-title">{t('draft.annex.title')}</h2>
      <p className={styles.caption}>
        {t('draft.annex.caption', { year: lastYear })}{' '}
        <a href={href} download>
          <Icon name="download" /> {t('draft.annex.excel')}
        </a>
      </p>
      <LineTable {...{ plan, place, writable }} />
      {writable && (
        <>
          <AddButton
            route={writingRoutes.addLines}
            given={{ params, body: { rows: [{ ...emptyLine, leadUnit: lastLead(plan) }] } }}
          >
            {t('draft.annex.add')}
          </AddButton>{' '}
          <PasteLines planId={plan.id} />
        </>
      )}
      <CheckList {...{ plan, place }} />
    </section>
  )
}

const emptyLine = {
  topic: '',
  audience: '',
  deliveryForm: 'DIRECT',
  days: 2,
  seats: 60,
  month: 4,
  venue: null,
  coordinatingUnit: null,
  budgetDong: 0,
} as const

const lastLead = (plan: WorkingPlan) => plan.classLines.at(-1)?.leadUnit ?? ''

const columns = ['topic', 'form', 'days', 'seats', 'month', 'lead', 'budget'] as const
const toTheRight: readonly string[] = ['days', 'seats', 'budget']

function LineTable({ plan, place, writable }: Props) {
  const t = useText()
  const inTet = new Set(linesInTet(plan.classLines, plan.planYear)?.lines)
  return (
    <table className={styles.lines}>
      <thead>
        <tr>
          <th scope="col">{t('draft.annex.ordinal')}</th>
          {columns.map((name) => (
            <th scope="col" key={name} className={toTheRight.includes(name) ? styles.right : ''}>
              {t(`draft.annex.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {plan.classLines.map((line, index) => (
          <LineRow
            key={line.id}
            {...{ line, plan, writable }}
            ordinal={index + 1}
            isInTet={inTet.has(line.code)}
            isOpen={place.at === line.code}
            onOpen={place.open}
          />
        ))}
      </tbody>
      <AnnexTotals plan={plan} columns={columns.length + 1} />
    </table>
  )
}

type RowProps = {
  line: WrittenLine
  plan: WorkingPlan
  ordinal: number
  isInTet: boolean
  isOpen: boolean
  writable: boolean
  onOpen: (at: string | null) => void
}

function LineRow(props: RowProps) {
  const { line, plan, ordinal, isInTet, isOpen, writable, onOpen } = props
  const t = useText()
  if (isOpen && writable)
    return (
      <tr className={styles.openRow} id={`muc-${line.code}`}>
        <td colSpan={columns.length + 1}>
          <LineWriting
            line={line}
            onOpen={onOpen}
            ordinal={ordinal}
            last={plan.classLines.length}
          />
        </td>
      </tr>
    )
  const name = line.topic || t('draft.annex.unnamed')
  return (
    <tr id={`muc-${line.code}`}>
      <td className={styles.ordinal}>{ordinal}</td>
      <th scope="row">
        {writable ? (
          <button className="btn text" type="button" onClick={() => onOpen(line.code)}>
            {name}
          </button>
        ) : (
          name
        )}
        <span>{line.audience}</span>
        {line.carriedFrom && <span>{t('draft.carry.from', { origin: line.carriedFrom })}</span>}
      </th>
      <td>{t(`draft.deliveryForm.${line.deliveryForm}`)}</td>
      <td className={styles.right} data-s={t('draft.annex.daysUnit')}>
        {writeNumber(line.days)}
      </td>
      <td className={styles.right} data-s={t('draft.annex.seatsUnit')}>
        <b>{writeNumber(line.seats)}</b>{' '}
        <LastNumber year={plan.planYear - 1} number={line.lastYearSeats} />
      </td>
      <td>
        {String(line.month).padStart(2, '0')}/{plan.planYear}
        {isInTet && (
          <>
            {' '}
            <StateWord tone="soon" icon="alert-triangle">
              {t('draft.annex.tet')}
            </StateWord>
          </>
        )}
      </td>
      <td>{line.leadUnit}</td>
      <td className={styles.right} data-s={t('draft.annex.millions')}>
        {inMillions(line.budgetDong)}
      </td>
    </tr>
  )
}

function LastNumber({ year, number }: { year: number; number: number | null }) {
  const t = useText()
  return (
    <span className={styles.last}>
      {number === null ? (
        t('draft.annex.newLine')
      ) : (
        <>
          <span className="vh">{t('draft.lastYear.prefix', { year })} </span>
          {writeNumber(number)}
        </>
      )}
    </span>
  )
}
