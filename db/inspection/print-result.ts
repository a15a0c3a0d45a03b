import { day, dayOfInstant, writeDay, writePaperDate } from '../../domain/grammar/day.ts'
import type { PrintedInspectionView } from '../../domain/inspection/views.contract.ts'
import { writeOrdinal } from '../../domain/papers/number.ts'
import { recipientLines } from '../../domain/papers/signing.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { inspectionOf, type InspectionRow } from './inspection-row.ts'
import { isOffice } from './list.ts'
import { headOf, lines } from './print.ts'
import { printedRemedies } from './printed-remedies.ts'
import { nameOf } from './result-view.ts'

type Section = PrintedInspectionView['sections'][number]

const ratings = { GOOD: 'Tốt', FAIR: 'Khá', AVERAGE: 'Trung bình', WEAK: 'Yếu' } as const

/** The notice of the result; before its number it is the committee's draft, for the offices only. */
export async function printedResult(
  entered: Entered,
  inspectionId: string,
): Promise<PrintedInspectionView> {
  const { tx } = entered
  const inspection = await inspectionOf(tx, inspectionId)
  const { result, unitName, passedBy, issuedAt } = inspection
  const isForReader = issuedAt !== null || isOffice(entered)
  const conclusion = found((isForReader && result) || undefined)
  const paper = await tx
    .selectFrom('paper')
    .select(['number', 'symbol', 'issuedOn', 'signer', 'contentSha256'])
    .where('id', '=', inspection.paperId)
    .executeTakeFirst()
  const { place, ...head } = await headOf(tx)
  return {
    ...head,
    inspectionId,
    ...numbered(place, paper),
    docType: 'THÔNG BÁO',
    abstract: `Kết quả kiểm tra ${unitName}`,
    opening: [
      `Căn cứ biên bản ký ngày ${writeDay(dayOfInstant(inspection.minutesSignedAt ?? ''))}, Uỷ ban Kiểm tra thông báo kết quả kiểm tra ${unitName} về ${inspection.subject}.`,
    ],
    sections: await resultSections(tx, inspection, conclusion.conclusion),
    signatures: [
      {
        authority: ['TM. UỶ BAN KIỂM TRA', 'CHỦ NHIỆM'],
        name: paper?.signer ?? (passedBy && (await nameOf(tx, passedBy))),
      },
    ],
    recipients: recipientLines([unitName, 'Ban Thường vụ (để báo cáo)'], 'UBKT'),
    contentSha256: paper?.contentSha256 ?? null,
  }
}

type Numbered = { number: number; symbol: string; issuedOn: string }

/** Room is left for number and date while there are none. */
function numbered(place: string, paper: Numbered | undefined) {
  if (!paper)
    return { number: 'Số:     /TB-UBKT', placeAndDate: `${place}, ngày      tháng      năm       ` }
  return {
    number: `Số: ${writeOrdinal(paper.number)}/${paper.symbol}`,
    placeAndDate: `${place}, ${writePaperDate(day(paper.issuedOn))}`,
  }
}

async function resultSections(
  tx: Tx,
  inspection: InspectionRow,
  conclusion: string,
): Promise<Section[]> {
  const { rating, scorePercent } = inspection
  const score = scorePercent === null ? '' : `, ${String(scorePercent).replace('.', ',')}/100 điểm`
  const remedies = await printedRemedies(tx, inspection.id)
  return [
    {
      heading: '1. Kết luận',
      paragraphs: [...lines(conclusion), `Xếp loại: ${rating ? ratings[rating] : ''}${score}.`],
      table: null,
    },
    {
      heading: '2. Việc phải khắc phục',
      paragraphs: remedies.length === 0 ? ['Không có việc phải khắc phục.'] : [],
      table:
        remedies.length === 0
          ? null
          : { heads: ['STT', 'Việc', 'Nơi thực hiện', 'Hạn'], rows: remedies },
    },
    {
      heading: '3. Tổ chức thực hiện',
      paragraphs: [
        `${inspection.unitName} thực hiện đúng hạn và báo cáo Uỷ ban Kiểm tra việc đã làm./.`,
      ],
      table: null,
    },
  ]
}
