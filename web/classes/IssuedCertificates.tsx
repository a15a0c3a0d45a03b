import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import {
  certificateRoutes,
  type IssuedCertificateView,
  reissueForm,
  revocationForm,
} from '../../domain/classes/certificates.contract.ts'
import { REISSUE_REASONS, REVOCATION_REASONS } from '../../domain/classes/certificate.ts'
import { day, dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { Group } from '../kit/Page.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { sayKey, useText } from '../text.ts'
import styles from './teaching.module.css'

type Certificate = IssuedCertificateView
type Open = { certificate: Certificate; deed: 'revoke' | 'reissue' } | null

/** The part of the register that belongs to this class. */
export function IssuedCertificates({ issued }: { issued: readonly Certificate[] }) {
  const t = useText()
  const [open, setOpen] = useState<Open>(null)
  return (
    <>
      <Group title={t('classes.teaching.issued.title', { count: issued.length })} />
      <ul className={styles.papers}>
        {issued.map((certificate) => (
          <li key={certificate.certificateId}>
            <Paper certificate={certificate} />
            <span className="row">
              {mayDo(certificate.allowedActions, 'certificate.reissued') && (
                <Button kind="text" onClick={() => setOpen({ certificate, deed: 'reissue' })}>
                  {t('classes.teaching.issued.reissue')}
                  <span className="vh">: {certificate.fullName}</span>
                </Button>
              )}
              {mayDo(certificate.allowedActions, 'certificate.revoked') && (
                <Button kind="text" onClick={() => setOpen({ certificate, deed: 'revoke' })}>
                  {t('classes.teaching.issued.revoke')}
                  <span className="vh">: {certificate.fullName}</span>
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {open?.deed === 'revoke' && (
        <Revoking certificate={open.certificate} onClose={() => setOpen(null)} />
      )}
      {open?.deed === 'reissue' && (
        <Reissuing certificate={open.certificate} onClose={() => setOpen(null)} />
      )}
    </>
  )
}

function Paper({ certificate }: { certificate: Certificate }) {
  const t = useText()
  const { registerNo, fullName, unitName, issuedOn, state, reasonClass, stateAt } = certificate
  return (
    <span>
      <Link to="/print/certificates/$id" params={{ id: certificate.certificateId }}>
        <b>{registerNo}</b>
      </Link>{' '}
      {fullName}, {unitName}
      <span className={styles.under}>
        {t('classes.teaching.issued.on', { day: writeDay(day(issuedOn)) })}{' '}
        {state === 'VALID' ? (
          <StateWord tone="done">{t('classes.teaching.issued.VALID')}</StateWord>
        ) : (
          <>
            <StateWord tone="act">
              {t(`classes.teaching.issued.${state}`)} {stateAt && writeDay(dayOfInstant(stateAt))}.
            </StateWord>{' '}
            {sayKey(`classes.lookUp.reasons.${reasonClass}`)}
          </>
        )}
      </span>
    </span>
  )
}

type Ending = { certificate: Certificate; onClose: () => void }

function Revoking({ certificate, onClose }: Ending) {
  const t = useText()
  const revoke = useDeed(certificateRoutes.revokeCertificate, { onDone: onClose })
  const params = { certificateId: certificate.certificateId }
  return (
    <Dialog
      title={t('classes.teaching.issued.revokeTitle', { number: certificate.registerNo })}
      opened
      onClose={onClose}
    >
      <p>{t('classes.teaching.issued.revokeLead', { name: certificate.fullName })}</p>
      <Form
        schema={revocationForm}
        defaultValues={{ reasonClass: 'ISSUED_IN_ERROR', reason: '' }}
        onSubmit={(body) => revoke.send({ params, body })}
        problem={revoke.problem}
      >
        <Reasons reasons={REVOCATION_REASONS} />
        <Foot deed={t('classes.teaching.issued.revokeDeed')} onClose={onClose} />
      </Form>
    </Dialog>
  )
}

function Reissuing({ certificate, onClose }: Ending) {
  const t = useText()
  const reissue = useDeed(certificateRoutes.reissueCertificate, { onDone: onClose })
  const params = { certificateId: certificate.certificateId }
  return (
    <Dialog
      title={t('classes.teaching.issued.reissueTitle', { number: certificate.registerNo })}
      opened
      onClose={onClose}
    >
      <p>{t('classes.teaching.issued.reissueLead', { name: certificate.fullName })}</p>
      <Form
        schema={reissueForm}
        defaultValues={{ reasonClass: 'LOST', reason: '', fullName: null, birthYear: null }}
        onSubmit={(body) => reissue.send({ params, body })}
        problem={reissue.problem}
      >
        <Reasons reasons={REISSUE_REASONS} />
        <TextField
          name="fullName"
          label={t('classes.teaching.issued.correctName')}
          optional
          whenEmpty="null"
        />
        <Foot deed={t('classes.teaching.issued.reissueDeed')} onClose={onClose} />
      </Form>
    </Dialog>
  )
}

function Reasons({ reasons }: { reasons: readonly string[] }) {
  const t = useText()
  return (
    <>
      <SelectField
        name="reasonClass"
        label={t('classes.teaching.issued.reasonClass')}
        hint={t('classes.teaching.issued.reasonClassHint')}
        choices={reasons.map((value) => ({
          value,
          label: sayKey(`classes.teaching.reasons.${value}`) ?? value,
        }))}
      />
      <AreaField name="reason" label={t('shell.form.reason')} rows={3} maxLength={500} />
    </>
  )
}

function Foot({ deed, onClose }: { deed: string; onClose: () => void }) {
  const t = useText()
  return (
    <div className="row">
      <SubmitButton>{deed}</SubmitButton>
      <Button onClick={onClose}>{t('shell.cancel')}</Button>
    </div>
  )
}
