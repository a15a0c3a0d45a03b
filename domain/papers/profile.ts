/** How a paper is laid out; millimetres and points as the rule states them. */
export type LayoutProfile = {
  name: string
  paper: { widthMm: number; heightMm: number }
  margins: { topMm: number; bottomMm: number; leftMm: number; rightMm: number }
  font: string
  sizesPt: Record<Slot, number>
  pageNumber: { sizePt: number; place: 'TOP_CENTRE'; onFirstPage: boolean }
  body: { indentMm: number; paragraphGapPt: number; lineSpacing: number }
  /** The share of the text above it that a short line takes; the motto's line takes all of it. */
  lines: { mottoShare: number; bodyShare: number; titleShare: number }
  motto: { country: string; words: string }
  end: string
}

type Slot =
  | 'country'
  | 'motto'
  | 'parentBody'
  | 'issuingBody'
  | 'number'
  | 'placeAndDate'
  | 'docType'
  | 'abstract'
  | 'legalBasis'
  | 'body'
  | 'signature'
  | 'recipientsHead'
  | 'recipients'
  | 'annexHead'

/** Decree 30/2020/NĐ-CP, Annex I. */
export const ND30_2020: LayoutProfile = {
  name: 'ND30_2020',
  paper: { widthMm: 210, heightMm: 297 },
  margins: { topMm: 20, bottomMm: 20, leftMm: 30, rightMm: 15 },
  font: 'Times New Roman',
  sizesPt: {
    country: 13,
    motto: 14,
    parentBody: 13,
    issuingBody: 13,
    number: 13,
    placeAndDate: 14,
    docType: 14,
    abstract: 14,
    legalBasis: 14,
    body: 14,
    signature: 14,
    recipientsHead: 12,
    recipients: 11,
    annexHead: 14,
  },
  pageNumber: { sizePt: 14, place: 'TOP_CENTRE', onFirstPage: false },
  body: { indentMm: 12.7, paragraphGapPt: 6, lineSpacing: 1.15 },
  lines: { mottoShare: 1, bodyShare: 0.4, titleShare: 0.4 },
  motto: {
    country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    words: 'Độc lập - Tự do - Hạnh phúc',
  },
  end: './.',
}

/** 'DỰ THẢO LẦN 2', top left, until the paper is issued. */
export function draftMark(version: number): string {
  return version > 0 ? `DỰ THẢO LẦN ${version}` : 'DỰ THẢO'
}
