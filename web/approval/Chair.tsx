import { useState } from 'react'
import { approvalRoutes as routes } from '../../domain/approval/approval.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { Note } from '../kit/Note.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { sayCode, useText } from '../text.ts'
import styles from './approval.module.css'
import { ReopeningDialog } from './ReopeningDialog.tsx'
import { momentWords, type Submitted } from './words.ts'

type Open = 'close' | 'reopen' | 'return' | 'sign' | null
type Props = { dossier: Submitted }

/** What the chair may do now: close, send back, sign. */
export function Chair({ dossier }: Props) {
  const t = useText()
  const [open, setOpen] = useState<Open>(null)
  const { allowedActions, approval } = dossier
  const may = (deed: string) => mayDo(allowedActions, deed)
  const missing = approval.quorum - approval.voted
  return (
    <>
      <Signed dossier={dossier} />
      {(may('voting.closed') || may('approval.returned')) && (
        <section aria-label={t('approval.chair.title')}>
          <h2>{t('approval.chair.title')}</h2>
          <div className="row">
            {may('approval.signed') && (
              <Button kind="primary" icon="rubber-stamp" onClick={() => setOpen('sign')}>
                {t('approval.chair.sign')}
              </Button>
            )}
            {may('voting.closed') && (
              <Button
                blockedBy={missing > 0 ? 'quorum-reason' : undefined}
                onClick={() => setOpen('close')}
              >
                {t('approval.chair.close')}
              </Button>
            )}
            {may('voting.reopened') && (
              <Button kind="primary" onClick={() => setOpen('reopen')}>
                {t('approval.chair.reopen')}
              </Button>
            )}
            {may('approval.returned') && (
              <Button kind="warn" onClick={() => setOpen('return')}>
                {t('approval.chair.give')}
              </Button>
            )}
          </div>
          <NoButton dossier={dossier} />
          {may('voting.closed') && missing > 0 && (
            <p className="small" id="quorum-reason">
              {sayCode('approval.quorum-missing', {
                voted: approval.voted,
                needed: approval.quorum,
              })}
            </p>
          )}
        </section>
      )}
      <Closing {...{ dossier, open }} onClose={() => setOpen(null)} />
      <Returning {...{ dossier, open }} onClose={() => setOpen(null)} />
      {open === 'reopen' && <ReopeningDialog dossier={dossier} onClose={() => setOpen(null)} />}
      {open === 'sign' && <Signing dossier={dossier} onClose={() => setOpen(null)} />}
    </>
  )
}

/** The chair is told why there is no button: who drafted signs nothing, a vote opens again once. */
function NoButton({ dossier: { allowedActions } }: Props) {
  const codes = allowedActions
    .filter(({ deed }) => deed === 'approval.signed' || deed === 'voting.reopened')
    .flatMap(({ because }) => (because?.startsWith('approval.') ? [because] : []))
  return codes.map((code) => (
    <p key={code} className="small">
      {sayCode(code)}
    </p>
  ))
}

function Signed({ dossier: { signature } }: Props) {
  const t = useText()
  if (!signature) return null
  const { signerName: name, signedAt } = signature
  return (
    <Note>
      <p>{t('approval.chair.signed', { name, ...momentWords(signedAt) })}</p>
      <p>{t('approval.chair.signedNext')}</p>
    </Note>
  )
}

type Asking = Props & { open: Open; onClose: () => void }

function Closing({ dossier, open, onClose }: Asking) {
  const t = useText()
  const close = useDeed(routes.closeVoting)
  return (
    <ReasonDialog
      title={t('approval.chair.closeTitle')}
      deed={t('approval.chair.close')}
      hint={t('approval.chair.closeHint')}
      opened={open === 'close'}
      onClose={onClose}
      problem={close.problem}
      onGiven={async (reason) => {
        const params = { approvalId: dossier.approval.id }
        if (await close.send({ params, body: { reason } })) onClose()
      }}
    />
  )
}

function Returning({ dossier, open, onClose }: Asking) {
  const t = useText()
  const give = useDeed(routes.returnApproval)
  return (
    <ReasonDialog
      title={t('approval.chair.giveTitle')}
      deed={t('approval.chair.give')}
      opened={open === 'return'}
      onClose={onClose}
      problem={give.problem}
      onGiven={async (reason) => {
        const params = { approvalId: dossier.approval.id }
        if (await give.send({ params, body: { reason } })) onClose()
      }}
    />
  )
}

function Signing({ dossier, onClose }: Props & { onClose: () => void }) {
  const t = useText()
  const sign = useDeed(routes.signApproval, { onDone: onClose })
  const { approval, plan } = dossier
  const { contentSha256 } = approval
  return (
    <Dialog title={t('approval.chair.signTitle')} opened onClose={onClose}>
      <p className="paper-voice">{plan.title}</p>
      <p>{t('approval.chair.signBody', { version: approval.version })}</p>
      <p>
        {t('approval.page.hash')}: <code className={styles.hash}>{contentSha256}</code>
      </p>
      <ProblemNote problem={sign.problem} />
      <div className="row">
        <Button
          kind="primary"
          sending={sign.sending}
          onClick={() =>
            void sign.send({ params: { approvalId: approval.id }, body: { contentSha256 } })
          }
        >
          {t('approval.chair.signDeed')}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Dialog>
  )
}
