import i18next from 'i18next'
import { useEffect } from 'react'

let page = ''
let faulty = false

function write(): void {
  const app = i18next.t('shell.app')
  const words = [page, app].filter(Boolean).join(' – ')
  document.title = faulty ? `${i18next.t('shell.errorPrefix')}${words}` : words
}

/** The title of the window: the page first, then the system. */
export function useTitle(title: string): void {
  useEffect(() => {
    page = title
    faulty = false
    write()
  }, [title])
}

/** "Lỗi: " stands before the title while a form waits to be mended. */
export function markTitle(hasFaults: boolean): void {
  if (faulty === hasFaults) return
  faulty = hasFaults
  write()
}
