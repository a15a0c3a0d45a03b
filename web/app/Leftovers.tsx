import { Link, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { dayOfInstant, timeOfInstant, writeDayAndMonth } from '../../domain/grammar/day.ts'
import { connection } from '../connection.ts'
import { browserCopies, type LocalCopy } from '../kit/autosave/local-copy.ts'
import { Icon } from '../kit/Icon.tsx'
import { useStore } from '../store.ts'
import { useText } from '../text.ts'
import { useMe } from './me.ts'

/** What this person typed here on another page and the server has not; opening that page sends it. */
export function Leftovers() {
  const t = useText()
  const left = useLeft()
  if (left.length === 0) return null
  return (
    <div className="offline" role="status">
      <Icon name="cloud-upload" />
      <span>
        {t('shell.offline.leftovers', { number: left.length })}{' '}
        {left.map(({ key, page, typedAt }) => (
          <Link key={key} to={page} className="leftover">
            {t('shell.offline.leftover', {
              day: writeDayAndMonth(dayOfInstant(typedAt)),
              time: timeOfInstant(typedAt),
            })}
          </Link>
        ))}
      </span>
    </div>
  )
}

function useLeft(): readonly LocalCopy[] {
  const { accountId } = useMe()
  const { online } = useStore(connection)
  const path = useRouterState({ select: (state) => state.location.pathname })
  const [left, setLeft] = useState<readonly LocalCopy[]>([])
  useEffect(() => {
    if (!online) return
    let gone = false
    void browserCopies.all().then((all) => {
      if (gone) return
      setLeft(all.filter((copy) => copy.key.startsWith(`${accountId}/`) && copy.page !== path))
    })
    return () => {
      gone = true
    }
  }, [accountId, online, path])
  return left
}
