import { fetchedLater } from '../kit/fetched-later.tsx'
import { Loading } from '../kit/States.tsx'

/** Pages of their own behind the table of opinions: fetched by whoever opens the tab. */
export const Requests = fetchedLater(
  () => import('./Requests.tsx').then((part) => part.Requests),
  () => <Loading />,
)
export const Tasks = fetchedLater(
  () => import('./Tasks.tsx').then((part) => part.Tasks),
  () => <Loading />,
)
