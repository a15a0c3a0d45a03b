import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import type { ConsolidationView, SharedTarget } from '../../domain/revision/views.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useText } from '../text.ts'
import { Redistribute } from './Redistribute.tsx'

/** Dividing it anew, and the way back of the last time. */
export function Anew({ view, target }: { view: ConsolidationView; target: SharedTarget }) {
  const t = useText()
  const back = useDeed(routes.undoAct)
  const { lastAct, plan } = view
  if (!target.targetId || !mayDo(view.allowedActions, 'target.redistributed')) return null
  return (
    <>
      <div className="row">
        <Redistribute {...{ target }} targetId={target.targetId} />
        {lastAct?.targetCode === target.code && (
          <Button
            kind="text"
            sending={back.sending}
            onClick={() =>
              void back.send({ params: { planId: plan.id }, body: { actId: lastAct.actId } })
            }
          >
            {t('revision.redistribution.undo')}
          </Button>
        )}
      </div>
      <ProblemNote problem={back.problem} />
    </>
  )
}
