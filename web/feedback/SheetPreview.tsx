import { useId, useState } from 'react'
import type {
  SheetChangeView,
  SheetConflictView,
  SheetFaultView,
  SheetView,
} from '../../domain/feedback/answer-sheet.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { Tri } from '../kit/Tri.tsx'
import { sayCode, useText } from '../text.ts'
import styles from './answer.module.css'
import type { FilledSheet } from './filled-sheet.ts'

type Props = {
  seen: SheetView
  sheet: FilledSheet
  take: (fromSheet: string[]) => Promise<void>
}

type Choices = Readonly<Record<string, 'sheet' | 'answer'>>

/** What a filled-in workbook would do: nothing is written before the button at the end. */
export function SheetPreview({ seen, sheet, take }: Props) {
  const t = useText()
  const missing = useId()
  const [chosen, setChosen] = useState<Choices>({})
  const { changes, conflicts, faults, heldBack, same } = seen
  const fromSheet = conflicts.filter(({ key }) => chosen[key] === 'sheet')
  const open = conflicts.filter(({ key }) => !chosen[key]).length
  const willChange = [...changes, ...fromSheet.flatMap(({ fields }) => fields)].length
  return (
    <Dialog title={t('feedback.sheet.screen.dialog')} opened onClose={sheet.layAside}>
      <p>
        {changes.length + conflicts.length === 0
          ? t('feedback.sheet.screen.nothing', { same })
          : t('feedback.sheet.screen.would', { changes: willChange, same })}
      </p>
      <ProblemNote problem={sheet.problem} />
      {faults.length > 0 && <Faults faults={faults} />}
      {conflicts.length > 0 && <p>{t('feedback.sheet.screen.conflicts')}</p>}
      {conflicts.map((conflict) => (
        <Choosing
          key={conflict.key}
          conflict={conflict}
          value={chosen[conflict.key] ?? null}
          onChoose={(side) => setChosen((now) => ({ ...now, [conflict.key]: side }))}
        />
      ))}
      {changes.length > 0 && <Changes title={t('feedback.sheet.screen.changes')} rows={changes} />}
      {heldBack.length > 0 && (
        <Changes title={t('feedback.sheet.screen.heldBack')} rows={heldBack} />
      )}
      {open > 0 && <p id={missing}>{t('feedback.sheet.screen.choose', { number: open })}</p>}
      <p className="row">
        {changes.length + conflicts.length > 0 && (
          <Button
            kind="primary"
            sending={sheet.isTaking}
            blockedBy={open > 0 ? missing : undefined}
            onClick={() => void take(fromSheet.map(({ key }) => key))}
          >
            {t(faults.length > 0 ? 'feedback.sheet.screen.takeGood' : 'feedback.sheet.screen.take')}
          </Button>
        )}
        <Button onClick={sheet.layAside}>{t('shell.close')}</Button>
      </p>
    </Dialog>
  )
}

const at = ({ page, cell }: { page: string; cell: string }) => `${page}, ${cell}`

function Faults({ faults }: { faults: readonly SheetFaultView[] }) {
  const t = useText()
  return (
    <section className={styles.sheetPart}>
      <h3>{t('feedback.sheet.screen.faults')}</h3>
      <DataTable<SheetFaultView>
        label={t('feedback.sheet.screen.faults')}
        rows={faults}
        rowKey={at}
        columns={[
          col<SheetFaultView>({
            id: 'at',
            head: t('feedback.sheet.screen.at'),
            rowHead: true,
            cell: at,
          }),
          col<SheetFaultView>({
            id: 'fault',
            head: t('feedback.sheet.screen.fault'),
            cell: ({ code, params }) => sayCode(code, params),
          }),
        ]}
      />
    </section>
  )
}

function Changes({ title, rows }: { title: string; rows: readonly SheetChangeView[] }) {
  const t = useText()
  const shown = (value: SheetChangeView['before']) =>
    value === null ? (
      <span className="quiet">{t('feedback.sheet.screen.empty')}</span>
    ) : typeof value === 'number' ? (
      writeNumber(value)
    ) : (
      <span className={styles.asTyped}>{value}</span>
    )
  return (
    <section className={styles.sheetPart}>
      <h3>{title}</h3>
      <DataTable<SheetChangeView>
        label={title}
        rows={rows}
        rowKey={at}
        columns={[
          col<SheetChangeView>({
            id: 'at',
            head: t('feedback.sheet.screen.at'),
            rowHead: true,
            cell: at,
          }),
          col<SheetChangeView>({
            id: 'field',
            head: t('feedback.sheet.screen.field'),
            cell: ({ place, field }) => `${place}: ${field}`,
          }),
          col<SheetChangeView>({
            id: 'before',
            head: t('feedback.sheet.screen.before'),
            cell: ({ before }) => shown(before),
          }),
          col<SheetChangeView>({
            id: 'after',
            head: t('feedback.sheet.screen.after'),
            cell: ({ after }) => shown(after),
          }),
        ]}
      />
    </section>
  )
}

type ChoosingProps = {
  conflict: SheetConflictView
  value: 'sheet' | 'answer' | null
  onChoose: (side: 'sheet' | 'answer') => void
}

/** Both stand here, field by field; the whole place is one of them, never half of each. */
function Choosing({ conflict: { page, place, fields }, value, onChoose }: ChoosingProps) {
  const t = useText()
  const title = t('feedback.sheet.screen.conflictOf', { page, place })
  return (
    <>
      <Changes title={title} rows={fields} />
      <Tri
        label={title}
        value={value}
        onChoose={onChoose}
        choices={[
          { value: 'answer', label: t('feedback.sheet.screen.asItIs') },
          { value: 'sheet', label: t('feedback.sheet.screen.fromSheet') },
        ]}
      />
    </>
  )
}
