import { type DraftLine, type LineWish, partsOfWish } from '../../../domain/feedback/line-wish.ts'
import { sayKey, useText } from '../../text.ts'

type Props = { wish: LineWish; draft: DraftLine | null | undefined }

/** "Số học viên: 120 → 90": what is asked of a class line, fact by fact. */
export function LineWishWords({ wish, draft }: Props) {
  const t = useText()
  const parts = partsOfWish(wish, draft ?? undefined)
  if (parts.length === 0) return <p className="quiet">{t('feedback.lineWish.nothing')}</p>
  return (
    <ul className="wish">
      {parts.map(({ key, params }) => (
        <li key={key}>{sayKey(key, params)}</li>
      ))}
    </ul>
  )
}
