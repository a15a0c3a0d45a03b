import type { WaitingView } from '../../domain/cycle/inbox.contract.ts'
import { sayKey, useText } from '../text.ts'

/** Whose work it is: "12 đơn vị", or the one by name. */
export function useWhose() {
  const t = useText()
  return ({ count, names, role }: WaitingView): string => {
    if (count === 1) return names[0] ?? sayKey(`federation.roles.${role}`) ?? role
    return role.startsWith('unit')
      ? t('cycle.pages.inbox.units', { count })
      : t('cycle.pages.inbox.people', { count })
  }
}
