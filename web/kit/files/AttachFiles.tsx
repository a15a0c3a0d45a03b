import { type ChangeEvent, type ReactNode, useRef } from 'react'
import { writeFileSize } from '../../../domain/files/file-kind.ts'
import { useText } from '../../text.ts'
import { Button } from '../Button.tsx'
import { Icon } from '../Icon.tsx'
import { FileList, type ShownFile } from './FileList.tsx'
import styles from './files.module.css'
import type { ChosenFiles } from './useWaitingFiles.ts'
import { dropFile, type StandingFile, tryAgain } from './waiting-files.ts'

const pictures = '.jpg,.jpeg,.png,image/jpeg,image/png'
const accepted = `.pdf,.docx,.xlsx,application/pdf,${pictures}`

type Props = {
  /** What the files belong to, in words for those who hear the page. */
  label: string
  files: readonly ShownFile[]
  chosen: ChosenFiles
  onRemove: (fileId: string) => void
  /** Photos alone, also straight from the camera. */
  only?: 'pictures'
  /** What is written of each file. */
  under?: (file: ShownFile) => ReactNode
}

/** What is attached, what is on its way, and the button to choose more; typing goes on meanwhile. */
export function AttachFiles({ label, files, chosen, onRemove, only, under }: Props) {
  const t = useText()
  return (
    <div className={styles.attach} role="group" aria-label={label}>
      <FileList
        files={files}
        offer={(file) => (
          <>
            <Button
              kind="text"
              icon="x"
              aria-label={t('files.kit.removeOf', { name: file.name })}
              onClick={() => onRemove(file.fileId)}
            >
              {t('files.kit.remove')}
            </Button>
            {under?.(file)}
          </>
        )}
      />
      <Waiting files={chosen.waiting} />
      <p className={styles.choose}>
        {only && <Choose label={t('files.kit.camera')} icon="camera" camera chosen={chosen} />}
        <Choose
          label={only ? t('files.kit.photos') : t('files.kit.attach')}
          describe={label}
          icon="paperclip"
          accept={only ? pictures : accepted}
          chosen={chosen}
        />
        <span className="hint">{t(only ? 'files.kit.photoHint' : 'files.kit.hint')}</span>
      </p>
    </div>
  )
}

type ChooseProps = {
  label: string
  describe?: string
  icon: 'paperclip' | 'camera'
  accept?: string
  camera?: boolean
  chosen: ChosenFiles
}

/** A button that opens the machine's own way to choose: the file dialog, or the camera. */
function Choose({ label, describe, icon, accept = pictures, camera, chosen }: ChooseProps) {
  const input = useRef<HTMLInputElement>(null)
  function choose(event: ChangeEvent<HTMLInputElement>): void {
    const picked = [...(event.currentTarget.files ?? [])]
    // so that the same file can be chosen again after it was taken away
    event.currentTarget.value = ''
    void chosen.choose(picked)
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple={!camera}
        accept={accept}
        {...(camera && { capture: 'environment' as const })}
        onChange={choose}
      />
      <Button icon={icon} aria-label={describe} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  )
}

function Waiting({ files }: { files: readonly StandingFile[] }) {
  if (files.length === 0) return null
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <OnItsWay key={file.uploadId} file={file} />
      ))}
    </ul>
  )
}

function OnItsWay({ file }: { file: StandingFile }) {
  const t = useText()
  const { uploadId, name, size, state, isKept } = file
  const isRefused = state.kind === 'refused'
  return (
    <li className={isRefused ? styles.refused : undefined}>
      <Icon name={isRefused ? 'alert-triangle' : 'cloud-upload'} />
      <span>{name}</span> <span className="small">{writeFileSize(size)}</span>
      {state.kind === 'sending' && (
        <progress max={size} value={state.sent} aria-label={t('files.kit.title')} />
      )}
      <output className={styles.state}>
        <StateWords file={file} />
        {!isKept && ` ${t('files.kit.unkept', { name })}`}
      </output>
      {state.kind === 'waits' && (
        <Button
          kind="text"
          icon="refresh"
          aria-label={t('files.kit.retryOf', { name })}
          onClick={() => tryAgain(uploadId)}
        >
          {t('files.kit.retry')}
        </Button>
      )}
      <Button
        kind="text"
        icon="x"
        aria-label={t('files.kit.removeOf', { name })}
        onClick={() => void dropFile(uploadId)}
      >
        {t('files.kit.remove')}
      </Button>
    </li>
  )
}

function StateWords({ file: { state, size } }: { file: StandingFile }) {
  const t = useText()
  switch (state.kind) {
    case 'sending':
      // in steps of ten, so that it is not read aloud at every piece
      return t('files.kit.sending', { percent: Math.floor((state.sent / size) * 10) * 10 })
    case 'refused':
      return t('files.kit.refused', { reason: state.reason })
    case 'waits':
    case 'checking':
    case 'signedOut':
      return t(`files.kit.${state.kind}`)
  }
}
