import { useText } from '../../text.ts'
import { Icon } from '../Icon.tsx'

export type Paging = {
  /** 'Đang xem 7 trong 12 đơn vị' */
  summary?: string
  onFirst?: () => void
  onNext?: () => void
}

/** Forward by key, back to the start: a page is never a number that shifts under the reader. */
export function Pager({ summary, onFirst, onNext, excelHref }: Paging & { excelHref?: string }) {
  const t = useText()
  return (
    <div className="pg">
      <span>{summary}</span>
      <span className="row">
        {excelHref && (
          <a className="btn text" href={excelHref} download>
            <Icon name="download" />
            {t('shell.table.excel')}
          </a>
        )}
        {onFirst && (
          <button className="btn" type="button" onClick={onFirst}>
            {t('shell.table.first')}
          </button>
        )}
        {onNext && (
          <button className="btn" type="button" onClick={onNext}>
            {t('shell.table.next')}
            <Icon name="chevron-right" />
          </button>
        )}
      </span>
    </div>
  )
}
