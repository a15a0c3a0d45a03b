import { useMe } from '../app/me.ts'
import { useBox } from '../kit/autosave/box.ts'
import { documentOf, hallBox } from './hall-sending.ts'
import type { HallDeed, HallItem, Speech } from './hall.ts'

export type HallDesk = ReturnType<typeof useHall>

/** What is done in the hall of a conference on this machine, sent as soon as there is a line. */
export function useHall(conferenceId: string) {
  const { accountId } = useMe()
  const { state, box: hall } = useBox(hallBox, documentOf({ accountId, conferenceId }))
  return {
    state,
    write: (speech: Speech) => void hall.current?.write(speech),
    add: (deed: HallDeed) => void hall.current?.add(deed),
    settle: (item: HallItem, isWritten: boolean) => void hall.current?.settle(item, isWritten),
    flush: () => void hall.current?.flush(),
  }
}
