import type { HistoryView } from '../../domain/cycle/history.contract.ts'
import { sayDeed } from '../../domain/text/say-deed.ts'
import { dictionary, sayKey } from '../text.ts'

export type Told = { actor: string; deed: string }

/**
 * A row of the register in the reader's language: "Nguyễn Thị Hà (Công đoàn xã Sơn Tràm)", "mở dự
 * thảo". What the offices do to a unit's paper names the unit behind the deed, and never twice.
 */
export function tell({ actorName, deed, facts, role, unitName }: HistoryView): Told {
  const actor = actorName === 'system' ? (sayKey('cycle.pages.history.system') ?? '') : actorName
  const said = sayDeed(dictionary(), deed, facts)
  if (unitName === null || said.includes(unitName)) return { actor, deed: said }
  return role === 'unitDrafter' || role === 'unitHead'
    ? { actor: `${actor} (${unitName})`, deed: said }
    : { actor, deed: `${said} (${unitName})` }
}
