import type { CertificateSheetView } from '../../domain/classes/certificates.contract.ts'
import { day, writeDay, writePaperDate } from '../../domain/grammar/day.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { vi } from '../../domain/text/vi.ts'
import { QrCode } from './QrCode.tsx'

type Props = { sheet: CertificateSheetView }
const words = vi.classes.teaching.sheet

/** The paper itself, in Vietnamese whatever the reader's language is. */
export function CertificateSheet({ sheet }: Props) {
  const { state } = sheet
  return (
    <article className="sheet certificate" lang="vi" aria-label={sheet.fullName}>
      {state && state !== 'VALID' && <p className="c-void">{words.ended[state]}</p>}
      <div className="c-head">
        <p>{sheet.parentBody}</p>
        <p>
          <b>{sheet.issuer}</b>
        </p>
      </div>
      <p className="c-kind">{words.kinds[sheet.type]}</p>
      <Body sheet={sheet} />
      <Foot sheet={sheet} />
    </article>
  )
}

function Body({ sheet }: Props) {
  const { fullName, birthYear, unitName, programme, heldFrom, heldTo, hours, grade } = sheet
  return (
    <div className="c-body">
      <p className="c-name">{fullName}</p>
      {birthYear && <p>{words.born.replace('{{year}}', String(birthYear))}</p>}
      <p>{unitName}</p>
      <p className="c-for">{words.completed}</p>
      <p className="c-programme">{programme}</p>
      <p>
        {words.held
          .replace('{{from}}', writeDay(day(heldFrom)))
          .replace('{{to}}', writeDay(day(heldTo)))
          .replace('{{hours}}', writeNumber(hours))}
      </p>
      {grade && (
        <p>
          {words.grade} <b>{vi.classes.teaching.grades[grade]}</b>
        </p>
      )}
    </div>
  )
}

function Foot({ sheet }: Props) {
  const { registerNo, verifyCode, verifyAddress, place, issuedOn, signerName, signerPosition } =
    sheet
  const address = verifyAddress && `${location.origin}${verifyAddress}`
  return (
    <div className="c-foot">
      <div className="c-check">
        {address && <QrCode text={address} label={words.qr} />}
        <p>
          {words.registerNo} <b>{registerNo ?? words.notYet}</b>
          {verifyCode && (
            <>
              <br />
              {words.code} <b>{verifyCode}</b>
              <br />
              {words.checkAt} {`${location.host}/verify`}
            </>
          )}
        </p>
      </div>
      <div className="c-sign">
        <p>
          <i>
            {place}, {issuedOn ? writePaperDate(day(issuedOn)) : words.dateNotYet}
          </i>
        </p>
        <p>
          <b>{signerPosition ?? ''}</b>
        </p>
        <p className="c-signer">
          <b>{signerName ?? ''}</b>
        </p>
      </div>
    </div>
  )
}
