import { placeKey } from '../../domain/feedback/answer-form.contract.ts'
import type { PlaceKind } from '../../domain/feedback/answer-form.ts'
import { feedbackRoutes } from '../../domain/feedback/feedback.contract.ts'
import type { ConsolidationView } from '../../domain/revision/views.contract.ts'
import { addressOf } from '../address.ts'
import { FileList } from '../kit/files/FileList.tsx'

type Props = {
  view: ConsolidationView
  /** Of the unit's answer. */
  number: string
  placeKind: PlaceKind
  placeCode: string | null
}

/** What the unit sent along with what it says of this place. */
export function FilesBeside({ view, number, placeKind, placeCode }: Props) {
  const place = placeKey({ planId: view.plan.id, placeKind, placeCode })
  const files = view.files.filter((file) => file.number === number && file.place === place)
  return (
    <FileList
      files={files.map(({ fileId, answerId, name, kind, size }) => ({
        fileId,
        name,
        kind,
        size,
        href: addressOf(feedbackRoutes.file.path, { answerId, fileId }),
      }))}
    />
  )
}
