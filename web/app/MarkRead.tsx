import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'

/** From here on the reader is told only what changes after this. */
export function MarkRead({ planId, sha256 }: { planId: string; sha256: string }) {
  const t = useText()
  const mark = useDeed(routes.markRead, { onDone: () => toast(t('revision.compare.marked')) })
  return (
    <>
      <Button
        icon="check"
        sending={mark.sending}
        onClick={() => void mark.send({ params: { planId }, body: { sha256 } })}
      >
        {t('revision.compare.mark')}
      </Button>
      <ProblemNote problem={mark.problem} />
    </>
  )
}
