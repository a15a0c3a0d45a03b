import type { ReactNode } from 'react'
import { type FileKind, writeFileSize } from '../../../domain/files/file-kind.ts'
import { useText } from '../../text.ts'
import { Icon } from '../Icon.tsx'
import styles from './files.module.css'

export type ShownFile = {
  fileId: string
  name: string
  kind: FileKind
  size: number
  /** Where it is opened or saved from. */
  href: string
}

type Props = {
  files: readonly ShownFile[]
  label?: string
  /** What else is offered of each file. */
  offer?: (file: ShownFile) => ReactNode
}

/** Files by name, with what they are and how large; pictures open, the others are saved. */
export function FileList({ files, label, offer }: Props) {
  const t = useText()
  if (files.length === 0) return null
  return (
    <ul className={styles.files} aria-label={label ?? t('files.kit.title')}>
      {files.map((file) => (
        <li key={file.fileId}>
          <Icon name="paperclip" />
          <a href={file.href} target="_blank" rel="noreferrer">
            {file.name}
          </a>
          <span className="small">
            {t(`files.kit.kinds.${file.kind}`)}, {writeFileSize(file.size)}
          </span>
          {offer?.(file)}
        </li>
      ))}
    </ul>
  )
}
