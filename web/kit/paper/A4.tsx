type HeadProps = {
  paper: {
    parentBody: string
    issuingBody: string
    /** Left out where a paper takes no number. */
    number?: string | null
    country: string
    motto: string
    placeAndDate: string
    docType: string
    abstract: string
  }
}

/** The head of a paper of Decree 30: who issues it at the left, the national motto at the right. */
export function A4Head({ paper }: HeadProps) {
  return (
    <>
      <div className="p-head">
        <div>
          <p>{paper.parentBody}</p>
          <p className="p-issuer">
            <b>{paper.issuingBody}</b>
          </p>
          {paper.number && <p className="p-number">{paper.number}</p>}
        </div>
        <div>
          <p>
            <b>{paper.country}</b>
          </p>
          <p className="p-motto">
            <b>{paper.motto}</b>
          </p>
          <p className="p-date">{paper.placeAndDate}</p>
        </div>
      </div>
      <h1 className="p-title">
        {paper.docType}
        <br />
        {paper.abstract}
      </h1>
    </>
  )
}

type Signature = { authority: readonly string[]; name: string | null }

/** To whom it goes, and who signs in which capacity. */
export function A4Foot({
  recipients,
  signature,
}: {
  recipients: readonly string[]
  signature: Signature
}) {
  return (
    <div className="p-foot">
      <A4Recipients recipients={recipients} />
      <A4Signature signature={signature} />
    </div>
  )
}

export function A4Recipients({ recipients }: { recipients: readonly string[] }) {
  return (
    <div className="p-recipients">
      <p className="p-to">Nơi nhận:</p>
      <ul>
        {recipients.map((recipient) => (
          <li key={recipient}>{recipient}</li>
        ))}
      </ul>
    </div>
  )
}

export function A4Signature({ signature: { authority, name } }: { signature: Signature }) {
  return (
    <div className="p-sign">
      {authority.map((row) => (
        <p key={row}>
          <b>{row}</b>
        </p>
      ))}
      <p className="p-name">
        <b>{name}</b>
      </p>
    </div>
  )
}
