import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react'
import type { MarksView } from '../../domain/classes/test-marks.contract.ts'
import { StateWord } from '../kit/StateWord.tsx'
import { sayCode, useText } from '../text.ts'
import { type Cell, type Cells, cellOf, gradeIn, judged, pasted, type Row } from './marks-grid.ts'
import styles from './teaching.module.css'
import { reasonsWords } from './teaching-words.ts'

type Props = {
  view: MarksView
  cells: Cells
  onChange: (cells: Cells) => void
  readOnly: boolean
}

/** A cell for each trainee: arrows and Enter go up and down, a column from a workbook is pasted. */
export function MarksGrid({ view, cells, onChange, readOnly }: Props) {
  const t = useText()
  const table = useRef<HTMLTableElement>(null)
  const put = (more: Record<string, Cell>) => onChange({ ...cells, ...more })

  function move(event: KeyboardEvent, from: number): void {
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined || event.nativeEvent.isComposing) return
    event.preventDefault()
    const next = table.current?.querySelector<HTMLInputElement>(`[data-row="${from + step}"]`)
    next?.focus()
    next?.select()
  }
  function paste(event: ClipboardEvent, from: number): void {
    const text = event.clipboardData.getData('text')
    if (!/[\n\t]/.test(text.trim())) return
    event.preventDefault()
    put(pasted(view, from, text))
  }

  return (
    <table className={styles.grid} ref={table}>
      <caption className="vh">{t('classes.teaching.grid.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('classes.teaching.grid.number')}</th>
          <th scope="col">{t('classes.teaching.grid.name')}</th>
          <th scope="col">{t('classes.teaching.grid.attended')}</th>
          <th scope="col">{t('classes.teaching.grid.mark')}</th>
          <th scope="col">{t('classes.teaching.grid.grade')}</th>
          <th scope="col">{t('classes.teaching.grid.certificate')}</th>
        </tr>
      </thead>
      <tbody>
        {view.trainees.map((row, index) => (
          <GridRow
            key={row.nominationId}
            {...{ row, index, view, cells, readOnly }}
            onCell={(cell) => put({ [row.nominationId]: cell })}
            onKeyDown={(event) => move(event, index)}
            onPaste={(event) => paste(event, index)}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = {
  row: Row
  index: number
  view: MarksView
  cells: Cells
  readOnly: boolean
  onCell: (cell: Cell) => void
  onKeyDown: (event: KeyboardEvent) => void
  onPaste: (event: ClipboardEvent) => void
}

function GridRow({ row, index, view, cells, readOnly, onCell, onKeyDown, onPaste }: RowProps) {
  const t = useText()
  const cell = cellOf(row, cells)
  const found = judged(row, cells, view)
  const grade = gradeIn(found, view)
  const problem = found.problem && sayCode(found.problem.code, found.problem.params)
  const faultId = `fault-${row.nominationId}`
  const isLocked = readOnly || row.hasCertificate
  return (
    <tr>
      <td>{index + 1}</td>
      <th scope="row">
        {row.fullName}
        <span>{row.unitName}</span>
      </th>
      <td>
        <span className={styles.phoneOnly}>{t('classes.teaching.grid.attended')} </span>
        {row.attended}/{row.sessions}
      </td>
      <td>
        <input
          className="inp r"
          data-row={index}
          inputMode="decimal"
          autoComplete="off"
          readOnly={isLocked}
          aria-label={t('classes.teaching.grid.markOf', { name: row.fullName })}
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem ? faultId : undefined}
          value={cell.isAbsent ? '' : cell.text}
          placeholder={cell.isAbsent ? t('classes.teaching.grid.notSat') : ''}
          onChange={(event) => onCell({ text: event.currentTarget.value, isAbsent: false })}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        {!isLocked && (
          <label className={styles.absent}>
            <input
              type="checkbox"
              className="chk"
              checked={cell.isAbsent}
              onChange={(event) => onCell({ text: '', isAbsent: event.currentTarget.checked })}
            />
            {t('classes.teaching.grid.notSat')}
            <span className="vh">: {row.fullName}</span>
          </label>
        )}
        {problem && (
          <span className="err" id={faultId}>
            {problem}
          </span>
        )}
      </td>
      <td>{grade ? t(`classes.teaching.grades.${grade}`) : '–'}</td>
      <td>
        <Standing row={row} />
      </td>
    </tr>
  )
}

function Standing({ row: { hasCertificate, obstacles } }: { row: Row }) {
  const t = useText()
  if (hasCertificate) return <StateWord tone="done">{t('classes.teaching.grid.has')}</StateWord>
  if (obstacles.length === 0)
    return <StateWord tone="now">{t('classes.teaching.grid.earned')}</StateWord>
  return <StateWord tone="not">{reasonsWords(obstacles)}</StateWord>
}
