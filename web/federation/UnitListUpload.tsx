import { useState } from 'react'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import type { ListFaultView, UnitListReply } from '../../domain/federation/set-up.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { ChooseFile } from '../kit/files/ChooseFile.tsx'
import { Note } from '../kit/Note.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { sayCode, useText } from '../text.ts'

type Listed = { fileName: string; content: string }
const largest = 5 * 1024 * 1024

/** A list of units: looked at first, row by row; only then are the good rows entered. */
export function UnitListUpload() {
  const t = useText()
  const [file, setFile] = useState<Listed | null>(null)
  const [tooLarge, setTooLarge] = useState(false)
  const check = useDeed(routes.checkUnitList, { touches: [] })
  const takeIn = useDeed(routes.takeInUnitList)

  async function choose(chosen: File): Promise<void> {
    check.reset()
    takeIn.reset()
    setFile(null)
    setTooLarge(chosen.size > largest)
    if (chosen.size > largest) return
    const listed = { fileName: chosen.name, content: await inBase64(chosen) }
    setFile(listed)
    await check.send({ body: listed })
  }

  return (
    <section>
      <h3>{t('federation.setUp.list')}</h3>
      <p className="hint">{t('federation.setUp.listHint')}</p>
      <p>
        <a href="/api/unit-list-template/export.xlsx" download>
          {t('federation.setUp.template')}
        </a>
      </p>
      <p className="row">
        <ChooseFile
          icon="cloud-upload"
          accept=".xlsx"
          sending={check.sending}
          onChoose={(chosen) => void choose(chosen)}
        >
          {t('federation.setUp.file')}
        </ChooseFile>
        {file && <b>{file.fileName}</b>}
      </p>
      {tooLarge && (
        <Note tone="act" alert>
          {t('federation.setUp.tooLarge')}
        </Note>
      )}
      <ProblemNote problem={check.problem ?? takeIn.problem} />
      <Outcome looked={check.done} taken={takeIn.done} />
      {file && !takeIn.done && (
        <TakeIn
          ready={readyIn(check.done)}
          sending={takeIn.sending}
          onTake={() => void takeIn.send({ body: file })}
        />
      )}
      {check.done && check.done.faults.length > 0 && <Faults faults={check.done.faults} />}
    </section>
  )
}

function readyIn(looked: UnitListReply | undefined): number {
  return looked ? looked.added + looked.changed : 0
}

type Replies = { looked: UnitListReply | undefined; taken: UnitListReply | undefined }

function Outcome({ looked, taken }: Replies) {
  const t = useText()
  return (
    <output>
      {taken
        ? t('federation.setUp.takenIn', figures(taken))
        : looked && t('federation.setUp.wouldBe', figures(looked))}
    </output>
  )
}

type TakeInProps = { ready: number; sending: boolean; onTake: () => void }

function TakeIn({ ready, sending, onTake }: TakeInProps) {
  const t = useText()
  if (ready === 0) return null
  return (
    <p>
      <Button kind="primary" sending={sending} onClick={onTake}>
        {t('federation.setUp.takeIn', { number: writeNumber(ready) })}
      </Button>
    </p>
  )
}

function Faults({ faults }: { faults: readonly ListFaultView[] }) {
  const t = useText()
  return (
    <DataTable<ListFaultView>
      label={t('federation.setUp.faults')}
      rows={faults}
      rowKey={({ row, column, code }) => `${row} ${column} ${code}`}
      columns={[
        col<ListFaultView>({
          id: 'row',
          head: t('federation.setUp.row'),
          rowHead: true,
          cell: ({ row }) => row,
        }),
        col<ListFaultView>({
          id: 'column',
          head: t('federation.setUp.column'),
          cell: ({ column }) => column,
        }),
        col<ListFaultView>({
          id: 'fault',
          head: t('federation.setUp.fault'),
          cell: ({ code, params }) => sayCode(code, params),
        }),
      ]}
    />
  )
}

function figures({ rows, added, changed, unchanged, refused }: UnitListReply) {
  return { rows, added, changed, unchanged, refused }
}

/** In pieces, because a call takes only so many arguments. */
async function inBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const piece = 0x8000
  let text = ''
  for (let from = 0; from < bytes.length; from += piece)
    text += String.fromCharCode(...bytes.subarray(from, from + piece))
  return btoa(text)
}
