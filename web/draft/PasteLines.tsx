import { Textarea } from '@mantine/core'
import { useId, useState } from 'react'
import { type Pasted, readPastedLines } from '../../domain/draft/pasted-lines.ts'
import { writingRoutes } from '../../domain/draft/writing.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { Icon } from '../kit/Icon.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useText } from '../text.ts'
import styles from './draft.module.css'

/** Rows out of Excel: looked through here, with every fault, before one of them is written. */
export function PasteLines({ planId }: { planId: string }) {
  const t = useText()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button kind="text" icon="copy" onClick={() => setOpened(true)}>
        {t('draft.paste.open')}
      </Button>
      {opened && <PasteDialog planId={planId} onClose={() => setOpened(false)} />}
    </>
  )
}

function PasteDialog({ planId, onClose }: { planId: string; onClose: () => void }) {
  const t = useText()
  const id = useId()
  const [text, setText] = useState('')
  const add = useDeed(writingRoutes.addLines, { onDone: onClose })
  const pasted = readPastedLines(text)
  const rows = pasted.lines.flatMap(({ line }) => (line ? [line] : []))
  return (
    <Dialog title={t('draft.paste.title')} opened onClose={onClose}>
      <div className="fld">
        <label htmlFor={id}>{t('draft.paste.label')}</label>
        <p className="hint">{t('draft.paste.hint')}</p>
        <Textarea
          unstyled
          autosize
          minRows={4}
          maxRows={8}
          id={id}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          wrap="off"
          classNames={{ input: 'inp' }}
        />
      </div>
      {pasted.lines.length > 0 && <Preview pasted={pasted} />}
      <ProblemNote problem={add.problem} />
      <div className="row">
        {rows.length > 0 && (
          <Button
            kind="primary"
            sending={add.sending}
            onClick={() => void add.send({ params: { planId }, body: { rows } })}
          >
            {t('draft.paste.take', { count: rows.length })}
          </Button>
        )}
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Dialog>
  )
}

function Preview({ pasted: { lines } }: { pasted: Pasted }) {
  const t = useText()
  const wrong = lines.filter(({ line }) => line === null)
  return (
    <div aria-live="polite">
      <p>{t('draft.paste.found', { good: lines.length - wrong.length, wrong: wrong.length })}</p>
      <ul className={styles.pasted}>
        {lines.map(({ row, line, topic, faults }) => (
          <li key={row}>
            <b>{t('draft.paste.row', { row })}</b> {topic}
            {line &&
              `: ${t('draft.paste.line', { seats: writeNumber(line.seats), days: writeNumber(line.days), month: line.month })}`}
            {faults.map(({ column, raw }) => (
              <p key={column} className="small red">
                <Icon name="alert-triangle" />{' '}
                {raw === ''
                  ? t('draft.paste.missing', { column: t(`draft.sheet.${column}`) })
                  : t('draft.paste.unread', { column: t(`draft.sheet.${column}`), raw })}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}
