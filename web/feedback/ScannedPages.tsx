import { useId, useState } from 'react'
import { mostScans } from '../../domain/feedback/assisted-entry.ts'
import { mostFileBytes, writeFileSize } from '../../domain/files/file-kind.ts'
import { Button } from '../kit/Button.tsx'
import { ChooseFile } from '../kit/files/ChooseFile.tsx'
import { newKey } from '../key.ts'
import { sayCode, useText } from '../text.ts'
import styles from './answer.module.css'

/** A file of the paper: one that the department has by now, or one on this machine. */
export type ScannedPage = { scanId: string; name: string; size: number; content?: File }

type Props = {
  pages: readonly ScannedPage[]
  onChange: (change: (pages: readonly ScannedPage[]) => readonly ScannedPage[]) => void
}

/** The paper itself, page by page, for whoever is to confirm what was entered from it. */
export function ScannedPages({ pages, onChange }: Props) {
  const t = useText()
  const id = useId()
  const [refused, setRefused] = useState<string | null>(null)
  function add(content: File): void {
    const { name, size } = content
    const isFit = size > 0 && size <= mostFileBytes
    setRefused(isFit ? null : sayCode(size === 0 ? 'files.empty' : 'files.too-large'))
    if (!isFit) return
    const page = { scanId: newKey(), name, size, content }
    onChange((now) => (now.length < mostScans ? [...now, page] : now))
  }
  return (
    <div className="fld" role="group" aria-labelledby={id}>
      <p className="lab" id={id}>
        {t('feedback.assisted.scans')} <span className="quiet">{t('shell.optional')}</span>
      </p>
      <p className="hint">{t('feedback.assisted.scanHint', { most: mostScans })}</p>
      <ol className={styles.pages}>
        {pages.map((page) => (
          <li key={page.scanId}>
            <b>{page.name}</b> <span className="small">{writeFileSize(page.size)}</span>{' '}
            <Button
              kind="text"
              icon="x"
              aria-label={t('files.kit.removeOf', { name: page.name })}
              onClick={() => onChange((now) => now.filter((each) => each !== page))}
            >
              {t('files.kit.remove')}
            </Button>
          </li>
        ))}
      </ol>
      <output>{refused}</output>
      {pages.length < mostScans && (
        <ChooseFile
          icon="paperclip"
          accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
          several
          onChoose={add}
        >
          {t(pages.length > 0 ? 'feedback.assisted.addScan' : 'feedback.assisted.chooseScan')}
        </ChooseFile>
      )}
    </div>
  )
}
