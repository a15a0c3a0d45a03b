import type { ConsolidationView } from '../../domain/revision/views.contract.ts'
import { Button } from '../kit/Button.tsx'
import { useText } from '../text.ts'
import type { Table } from './table.ts'

/** The same as Z, for those who have no keys or have switched them off. */
export function UndoButton({
  view: { lastAct },
  table,
}: {
  view: ConsolidationView
  table: Table
}) {
  const t = useText()
  if (!lastAct || lastAct.targetCode || lastAct.isRunning) return null
  return (
    <p>
      <Button kind="text" sending={table.deciding.sending} onClick={() => void table.undo()}>
        {t('revision.bar.undo', { act: t(`revision.acts.${lastAct.kind}`), count: lastAct.rows })}
      </Button>
    </p>
  )
}
