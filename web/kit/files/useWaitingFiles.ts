import { mostFileBytes } from '../../../domain/files/file-kind.ts'
import { newKey } from '../../key.ts'
import { useStore } from '../../store.ts'
import { sayCode } from '../../text.ts'
import { addFile, addRefused, type StandingFile, waitingFiles } from './waiting-files.ts'

export type ChosenFiles = {
  waiting: readonly StandingFile[]
  choose: (files: readonly File[]) => Promise<void>
}

/** The files chosen for one place of a document, until they are where they belong. */
export function useWaitingFiles(document: string, place: string | null): ChosenFiles {
  const all = useStore(waitingFiles)
  return {
    waiting: all.filter((file) => file.document === document && file.place === place),
    async choose(files) {
      for (const file of files) {
        const uploadId = newKey()
        const page = location.pathname + location.search
        const { name, size } = file
        const chosenAt = new Date().toISOString()
        const fault = faultOf(file)
        const chosen = { uploadId, document, place, name, size, content: file, chosenAt, page }
        if (fault) addRefused(chosen, sayCode(fault))
        else await addFile(chosen)
      }
    },
  }
}

/** What needs no server to be seen; the rest is judged by the content. */
function faultOf({ size }: File): string | null {
  if (size === 0) return 'files.empty'
  return size > mostFileBytes ? 'files.too-large' : null
}
