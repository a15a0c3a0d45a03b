import { type ComponentType, type ReactNode, useEffect, useState } from 'react'

const askAgainMs = 5000

/**
 * A part that is fetched when it is first shown. Without a line it is left out and asked for again:
 * a page never falls, with what is typed on it, because a part of it could not be fetched.
 */
export function fetchedLater<Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
  meanwhile: () => ReactNode = () => null,
) {
  let fetched: ComponentType<Props> | undefined

  return function FetchedLater(props: Props) {
    const [Part, setPart] = useState(() => fetched)
    useEffect(() => {
      if (Part) return
      let isShown = true
      const ask = () =>
        void fetch().then(
          (part) => {
            fetched = part
            if (isShown) setPart(() => part)
          },
          () => undefined,
        )
      ask()
      const again = setInterval(ask, askAgainMs)
      window.addEventListener('online', ask)
      return () => {
        isShown = false
        clearInterval(again)
        window.removeEventListener('online', ask)
      }
    }, [Part])
    return Part ? <Part {...props} /> : meanwhile()
  }
}
