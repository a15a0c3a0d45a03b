import { useEffect, useState } from 'react'
import { useText } from '../text.ts'
import { Button } from '../kit/Button.tsx'

const lookEveryMs = 10 * 60_000

/** The address of the script that this page was made with; a new build has another one. */
function entryOf(page: string): string | undefined {
  return /<script[^>]+type="module"[^>]+src="([^"]+)"/.exec(page)?.[1]
}

async function isNewerServed(): Promise<boolean> {
  const reply = await fetch('/', { headers: { accept: 'text/html' } }).catch(() => null)
  const served = reply?.ok ? entryOf(await reply.text()) : undefined
  const here = document.querySelector<HTMLScriptElement>('script[type="module"][src]')
  return served !== undefined && here !== null && here.getAttribute('src') !== served
}

/** Says that there is a new version; never loads it under somebody's hands. */
export function NewVersion() {
  const t = useText()
  const [isNew, setIsNew] = useState(false)
  useEffect(() => {
    const timer = setInterval(() => void isNewerServed().then(setIsNew), lookEveryMs)
    return () => clearInterval(timer)
  }, [])
  return (
    <div role="status">
      {isNew && (
        <p className="offline">
          {t('shell.newVersion.note')}
          <Button kind="text" onClick={() => location.reload()}>
            {t('shell.newVersion.reload')}
          </Button>
        </p>
      )}
    </div>
  )
}
