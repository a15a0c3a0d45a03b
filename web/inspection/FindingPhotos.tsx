import type { FindingForm } from '../../domain/inspection/forms.contract.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import type { CriterionView } from '../../domain/inspection/views.contract.ts'
import { addressOf } from '../address.ts'
import { useMe } from '../app/me.ts'
import { useDeed } from '../deed.ts'
import type { Autosave } from '../kit/autosave/useAutosave.ts'
import { AttachFiles } from '../kit/files/AttachFiles.tsx'
import type { ShownFile } from '../kit/files/FileList.tsx'
import { useWaitingFiles } from '../kit/files/useWaitingFiles.ts'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useText } from '../text.ts'
import look from './inspection.module.css'

type Props = {
  inspectionId: string
  criterion: CriterionView
  written: Autosave<FindingForm>
}

/** Photos straight from the camera, each with what it shows; the caption is kept with the finding. */
export function FindingPhotos({ inspectionId, criterion, written }: Props) {
  const t = useText()
  const { accountId } = useMe()
  const { criterionId, number, photos } = criterion
  const chosen = useWaitingFiles(`${accountId}/photos/${inspectionId}/${criterionId}`, null)
  const remove = useDeed(routes.removePhoto, { touches: [routes.inspection] })
  return (
    <>
      <AttachFiles
        only="pictures"
        label={t('files.kit.photosOf', { place: number })}
        files={photos.map(({ photoId, name, kind, size }) => ({
          fileId: photoId,
          name,
          kind,
          size,
          href: addressOf(routes.photo.path, { inspectionId, photoId }),
        }))}
        chosen={chosen}
        onRemove={(photoId) => void remove.send({ params: { inspectionId, photoId } })}
        under={(file) => <Caption file={file} written={written} />}
      />
      <ProblemNote problem={remove.problem} />
    </>
  )
}

function Caption({ file, written }: { file: ShownFile; written: Autosave<FindingForm> }) {
  const t = useText()
  const { captions = {} } = written.value
  return (
    <input
      className={`inp ${look.caption}`}
      aria-label={t('inspection.visit.captionOf', { name: file.name })}
      placeholder={t('inspection.visit.caption')}
      maxLength={300}
      value={captions[file.fileId] ?? ''}
      onChange={(event) => {
        const caption = event.currentTarget.value
        written.edit((now) => ({
          ...now,
          captions: { ...now.captions, [file.fileId]: caption },
        }))
      }}
    />
  )
}
