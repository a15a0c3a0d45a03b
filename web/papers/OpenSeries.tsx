import { useState } from 'react'
import type { AllowedAction } from '../../domain/grammar/deed.ts'
import { papersRoutes } from '../../domain/papers/papers.contract.ts'
import { useDeed } from '../deed.ts'
import { announce } from '../kit/announce.ts'
import { DeedButton } from '../kit/Deeds.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { useText } from '../text.ts'
import { Confirming } from './Confirming.tsx'

/** The series of the coming year, which the clerk prepares before the year turns. */
export function OpenSeries({ year, actions }: { year: number; actions: readonly AllowedAction[] }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const open = useDeed(papersRoutes.openSeries, {
    onDone: ({ first }) => {
      announce(t('papers.pages.series.opened', { year, first }))
      setAsking(false)
    },
  })
  const title = t('papers.pages.series.open', { year })
  return (
    <div className="row">
      <DeedButton deed="series.opened" actions={actions} onPress={() => setAsking(true)}>
        {title}
      </DeedButton>
      <Dialog title={title} opened={asking} onClose={() => setAsking(false)}>
        <p>{t('papers.pages.series.lead', { year })}</p>
        <Confirming
          word={title}
          deed={open}
          onClose={() => setAsking(false)}
          send={() => open.send({ body: { seriesYear: year } })}
        />
      </Dialog>
    </div>
  )
}
