import { useState } from 'react'
import type { Doing } from '../../domain/grammar/route.ts'
import type { Given } from '../call.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useText } from '../text.ts'

type RemoveProps<R extends Doing> = {
  route: R
  given: Given<R>
  revision: number
  /** What will be gone: 'mục II.3'. */
  name: string
  onGone: () => void
}

/** Takes a part of the plan away, after asking once. */
export function RemoveButton<R extends Doing>({
  route,
  given,
  revision,
  name,
  onGone,
}: RemoveProps<R>) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const deed = useDeed(route, { onDone: onGone })
  return (
    <>
      <Button kind="text" icon="trash" onClick={() => setAsking(true)}>
        {t('draft.remove.button', { name })}
      </Button>
      <Dialog
        title={t('draft.remove.title', { name })}
        opened={asking}
        onClose={() => setAsking(false)}
      >
        <p>{t('draft.remove.body')}</p>
        <ProblemNote problem={deed.problem} />
        <div className="row">
          <Button
            kind="warn"
            sending={deed.sending}
            onClick={() => void deed.send(given, revision)}
          >
            {t('draft.remove.yes')}
          </Button>
          <Button onClick={() => setAsking(false)}>{t('shell.cancel')}</Button>
        </div>
      </Dialog>
    </>
  )
}

type AddProps<R extends Doing> = {
  route: R
  given: Given<R>
  children: string
  onAdded?: () => void
}

export function AddButton<R extends Doing>({ route, given, children, onAdded }: AddProps<R>) {
  const deed = useDeed(route, { ...(onAdded && { onDone: onAdded }) })
  return (
    <>
      <Button kind="text" icon="plus" sending={deed.sending} onClick={() => void deed.send(given)}>
        {children}
      </Button>
      <ProblemNote problem={deed.problem} />
    </>
  )
}
