import { placeKey } from '../../domain/feedback/answer-form.contract.ts'
import type { PlaceKind } from '../../domain/feedback/answer-form.ts'
import { feedbackRoutes } from '../../domain/feedback/feedback.contract.ts'
import type { OpinionsView } from '../../domain/revision/opinions.contract.ts'
import { addressOf } from '../address.ts'
import { FileList } from '../kit/files/FileList.tsx'

type Props = {
  planId: string
  files: OpinionsView['files']
  /** Of the unit's answer. */
  number: string
  placeKind: PlaceKind
  placeCode: string | null
}

/** What the unit sent along with what it says of this place. */
export function FilesBeside({ planId, files, number, placeKind, placeCode }: Props) {
  const place = placeKey({ planId, placeKind, placeCode })
  const own = files.filter((file) => file.number === number && file.place === place)
  return (
    <FileList
      files={own.map(({ fileId, answerId, name, kind, size }) => ({
        fileId,
        name,
        kind,
        size,
        href: addressOf(feedbackRoutes.file.path, { answerId, fileId }),
      }))}
    />
  )
}
