import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import type { CriterionView } from '../../domain/inspection/views.contract.ts'
import { addressOf } from '../address.ts'
import look from './inspection.module.css'

type Props = { inspectionId: string; criterion: CriterionView }

/** What was photographed, small, each opening whole, with what was said of it. */
export function FoundPhotos({ inspectionId, criterion: { photos, finding } }: Props) {
  if (photos.length === 0) return null
  return (
    <ul className={look.photos}>
      {photos.map(({ photoId, name }) => {
        const caption = finding?.captions?.[photoId]?.trim()
        const href = addressOf(routes.photo.path, { inspectionId, photoId })
        return (
          <li key={photoId}>
            <a href={href} target="_blank" rel="noreferrer">
              <img src={href} alt={caption || name} loading="lazy" />
            </a>
            {caption && <span className="small">{caption}</span>}
          </li>
        )
      })}
    </ul>
  )
}
