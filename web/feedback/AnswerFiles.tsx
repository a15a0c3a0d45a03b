import { createContext, useContext } from 'react'
import type { AnswerFile } from '../../domain/feedback/answer-files.contract.ts'
import {
  type AnswerView,
  feedbackRoutes as routes,
} from '../../domain/feedback/feedback.contract.ts'
import { addressOf } from '../address.ts'
import { useMe } from '../app/me.ts'
import { useDeed } from '../deed.ts'
import { AttachFiles } from '../kit/files/AttachFiles.tsx'
import { FileList } from '../kit/files/FileList.tsx'
import { useWaitingFiles } from '../kit/files/useWaitingFiles.ts'
import { waitingFiles } from '../kit/files/waiting-files.ts'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useStore } from '../store.ts'
import { useText } from '../text.ts'

/** The answer that is written on this page; none where nothing of it is kept. */
export const WrittenAnswer = createContext<AnswerView | null>(null)

/** Until they are there the answer is not sent on: it would go without them. */
export function useFilesOnTheWay({ answerId }: AnswerView): number {
  const { accountId } = useMe()
  return useStore(waitingFiles).filter(
    ({ document, state }) =>
      document === `${accountId}/answer/${answerId}` && state.kind !== 'refused',
  ).length
}

type Props = {
  /** A place of the drafts; null: the answer as a whole. */
  place: string | null
  /** In words: 'II.3' */
  name: string
}

/** Files of one place of the answer: those attached, those on their way, and the button. */
export function AnswerFiles(props: Props) {
  const view = useContext(WrittenAnswer)
  return view && <OfPlace {...props} view={view} />
}

function OfPlace({ place, name, view }: Props & { view: AnswerView }) {
  const t = useText()
  const { accountId } = useMe()
  const { answerId } = view
  const chosen = useWaitingFiles(`${accountId}/answer/${answerId}`, place)
  const remove = useDeed(routes.removeFile, { touches: [routes.myAnswer] })
  const files = view.files.filter((file) => file.place === place)
  return (
    <>
      <AttachFiles
        label={t('files.kit.attachOf', { place: name })}
        files={files.map(shown)}
        chosen={chosen}
        onRemove={(fileId) => void remove.send({ params: { answerId, fileId } })}
      />
      <ProblemNote problem={remove.problem} />
    </>
  )
}

/** The same to be looked at, under the places they belong to. */
export function FilesOfAnswer({ files }: { files: readonly AnswerFile[] }) {
  const t = useText()
  if (files.length === 0) return null
  return (
    <section aria-label={t('files.kit.title')}>
      <h3>{t('files.kit.title')}</h3>
      <FileList
        files={files.map(shown)}
        offer={({ fileId }) => {
          const place = files.find((file) => file.fileId === fileId)?.place
          const [, kind, code] = place?.split(':') ?? []
          return code ? (
            <span className="small">{t('feedback.files.at', { place: code })}</span>
          ) : (
            kind && <span className="small">{t('feedback.files.atDraft')}</span>
          )
        }}
      />
    </section>
  )
}

function shown({ fileId, answerId, name, kind, size }: AnswerFile) {
  return { fileId, name, kind, size, href: addressOf(routes.file.path, { answerId, fileId }) }
}
