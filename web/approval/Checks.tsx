import { useState } from 'react'
import { approvalRoutes as routes } from '../../domain/approval/approval.contract.ts'
import { CHECK_KINDS, type CheckKind } from '../../domain/approval/checks.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { DeedButton, mayDo } from '../kit/Deeds.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useText } from '../text.ts'
import { momentWords, type Submitted } from './words.ts'

type Props = { dossier: Submitted }

/** Content and form, each with who looked at it and when. */
export function Checks({ dossier }: Props) {
  const t = useText()
  return (
    <section aria-label={t('approval.checks.title')}>
      <h2>{t('approval.checks.title')}</h2>
      <ul className="plain">
        {CHECK_KINDS.map((kind) => (
          <li key={kind}>
            <b>{t(`approval.checks.${kind}`)}</b> <Made {...{ dossier, kind }} />
            <Making {...{ dossier, kind }} />
          </li>
        ))}
      </ul>
      {dossier.approval.state === 'CHECKING' && (
        <p className="small">{t('approval.checks.rule')}</p>
      )}
    </section>
  )
}

function Made({ dossier, kind }: Props & { kind: CheckKind }) {
  const t = useText()
  const check = dossier.checks.find((each) => each.kind === kind)
  if (!check) return <StateWord tone="not">{t('approval.checks.open')}</StateWord>
  const isPassed = check.outcome === 'PASSED'
  return (
    <>
      <StateWord tone={isPassed ? 'done' : 'act'}>
        {t(isPassed ? 'approval.checks.passed' : 'approval.checks.returned', {
          name: check.checkedBy,
        })}
      </StateWord>{' '}
      <span className="small">{t('approval.ballot.at', momentWords(check.checkedAt))}</span>
      {check.remark && <p>{check.remark}</p>}
    </>
  )
}

/** Drawn for who holds the role; where separation forbids it, the reason stands beside it. */
function Making({ dossier, kind }: Props & { kind: CheckKind }) {
  const t = useText()
  const [returning, setReturning] = useState(false)
  const check = useDeed(kind === 'CONTENT' ? routes.checkContent : routes.checkForm)
  const deed = kind === 'CONTENT' ? 'content.checked' : 'form.checked'
  const action = dossier.allowedActions.find((each) => each.deed === deed)
  if (!action || action.because?.startsWith('grammar.')) return null
  if (action.because === 'approval.already-checked') return null
  const params = { approvalId: dossier.approval.id }
  return (
    <>
      <div className="row">
        <DeedButton
          actions={dossier.allowedActions}
          deed={deed}
          kind="primary"
          sending={check.sending}
          onPress={() => void check.send({ params, body: { outcome: 'PASSED' } })}
        >
          {t(kind === 'CONTENT' ? 'approval.checks.passContent' : 'approval.checks.passForm')}
        </DeedButton>
        {mayDo(dossier.allowedActions, deed) && (
          <Button kind="warn" onClick={() => setReturning(true)}>
            {t('approval.checks.give')}
          </Button>
        )}
      </div>
      {!returning && <ProblemNote problem={check.problem} />}
      <ReasonDialog
        title={t('approval.checks.giveTitle')}
        deed={t('approval.checks.give')}
        opened={returning}
        onClose={() => setReturning(false)}
        problem={check.problem}
        onGiven={async (remark) => {
          if (await check.send({ params, body: { outcome: 'RETURNED', remark } }))
            setReturning(false)
        }}
      />
    </>
  )
}
