import { useText } from '../../text.ts'
import { Icon } from '../Icon.tsx'

export type Paging = {
  /** 'Đang xem 7 trong 12 đơn vị' */
  summary?: string
  onFirst?: () => void
  onPrevious?: () => void
  onNext?: () => void
  onLast?: () => void
}

/** Forward and back by key, and to either end: a page is never a number that shifts under the reader. */
export function Pager(props: Paging & { excelHref?: string }) {
  const { summary, onFirst, onPrevious, onNext, onLast, excelHref } = props
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
        {onPrevious && (
          <button className="btn" type="button" onClick={onPrevious}>
            {t('shell.table.previous')}
          </button>
        )}
        {onNext && (
          <button className="btn" type="button" onClick={onNext}>
            {t('shell.table.next')}
            <Icon name="chevron-right" />
          </button>
        )}
        {onLast && (
          <button className="btn text" type="button" onClick={onLast}>
            {t('shell.table.last')}
          </button>
        )}
      </span>
    </div>
  )
}
