export const SIGNING_CAPACITIES = [
  'ON_BEHALF_OF_COLLECTIVE',
  'FOR_HEAD',
  'BY_ORDER',
  'BY_AUTHORISATION',
  'ACTING',
] as const
export type SigningCapacity = (typeof SIGNING_CAPACITIES)[number]

export type Signing = {
  capacity: SigningCapacity
  /** The body that decides, 'Ban Thường vụ'; null where the head decides alone. */
  collective: string | null
  /** 'Chủ tịch' */
  headPosition: string
  /** 'Chủ tịch', 'Phó Chủ tịch', 'Chánh Văn phòng' */
  signerPosition: string
  signerName: string
}

export type SignatureBlock = { authority: string[]; name: string }

/** The rows above the signature, in capitals, and the name below it, without title or degree. */
export function signatureBlock(signing: Signing): SignatureBlock {
  const authority = authorityRows(signing).map((row) => row.toLocaleUpperCase('vi'))
  return { authority, name: signing.signerName }
}

function authorityRows(signing: Signing): string[] {
  const { capacity, headPosition, signerPosition } = signing
  const collective = signing.collective ? [`TM. ${signing.collective}`] : []
  const forHead = [`KT. ${headPosition}`, signerPosition]
  switch (capacity) {
    case 'ON_BEHALF_OF_COLLECTIVE':
      return [...collective, ...(signerPosition === headPosition ? [headPosition] : forHead)]
    case 'FOR_HEAD':
      return [...collective, ...forHead]
    case 'BY_ORDER':
      return [`TL. ${signing.collective ?? headPosition}`, signerPosition]
    case 'BY_AUTHORISATION':
      return [`TUQ. ${signing.collective ?? headPosition}`, signerPosition]
    case 'ACTING':
      return [...collective, `Q. ${headPosition}`]
  }
}

/** The lines under "Nơi nhận:"; the last says where the copy is kept: '- Lưu: VT, Ban CTCĐ.' */
export function recipientLines(recipients: readonly string[], keptBy: string): string[] {
  const lines = recipients.map((recipient) => `- ${recipient.trim().replace(/[;.]+$/, '')};`)
  return [...lines, `- Lưu: VT, ${keptBy}.`]
}
