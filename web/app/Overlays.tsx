import { interrupt } from '../interrupts.ts'
import { atOnce, politely } from '../kit/announce.ts'
import { fetchedLater } from '../kit/fetched-later.tsx'
import { Toasts } from '../kit/Toasts.tsx'
import { useStore } from '../store.ts'

/** Nobody is asked at the door; behind it the shell has them at hand before the first request fails. */
const Questions = fetchedLater(() => import('./Questions.tsx').then((part) => part.Questions))

/** What may lie over any page: the two questions of a request, quick words, and the voices. */
export function Overlays() {
  const asked = useStore(interrupt)
  return (
    <>
      {asked && <Questions asked={asked} />}
      <Toasts />
      <LiveRegions />
    </>
  )
}

function LiveRegions() {
  const polite = useStore(politely)
  const urgent = useStore(atOnce)
  return (
    <>
      <p className="vh" role="status">
        <span key={polite.times}>{polite.words}</span>
      </p>
      <p className="vh" role="alert">
        <span key={urgent.times}>{urgent.words}</span>
      </p>
    </>
  )
}
