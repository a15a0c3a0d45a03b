import { day, dayOfInstant, writeDay, writePaperDate } from '../../domain/grammar/day.ts'
import type { PrintedInspectionView } from '../../domain/inspection/views.contract.ts'
import { positionTitle } from '../../domain/papers/position-title.ts'
import { ND30_2020 } from '../../domain/papers/profile.ts'
import { recipientLines } from '../../domain/papers/signing.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { inspectionOf } from './inspection-row.ts'
import { latestMinutes, type Minutes, type MinutesContent } from './minutes-row.ts'

type Section = PrintedInspectionView['sections'][number]

const outcomes = {
  PASSED: 'Đạt',
  PARTLY: 'Đạt một phần',
  FAILED: 'Không đạt',
  NOT_APPLICABLE: 'Không áp dụng',
} as const
const roles: Readonly<Record<string, string>> = {
  LEAD: 'Trưởng đoàn',
  SECRETARY: 'Thư ký đoàn',
  MEMBER: 'Thành viên',
}

export async function headOf(tx: Tx) {
  const { name, place } = await tx
    .selectFrom('federation')
    .select(['name', 'place'])
    .executeTakeFirstOrThrow()
  return {
    place,
    country: ND30_2020.motto.country,
    motto: ND30_2020.motto.words,
    parentBody: name.toLocaleUpperCase('vi'),
    issuingBody: 'UỶ BAN KIỂM TRA',
  }
}

export const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '')

/** The minutes as they were drawn up, whoever has signed so far. */
export async function printedMinutes(tx: Tx, inspectionId: string): Promise<PrintedInspectionView> {
  const inspection = await inspectionOf(tx, inspectionId)
  const minutes = found((await latestMinutes(tx, inspectionId)) ?? undefined)
  const { content, contentSha256 } = minutes
  const { place, ...head } = await headOf(tx)
  return {
    ...head,
    inspectionId,
    number: null,
    placeAndDate: `${place}, ${writePaperDate(dayOfInstant(minutes.drawnAt))}`,
    docType: 'BIÊN BẢN',
    abstract: `Kiểm tra ${content.unitName}: ${content.subject}`,
    opening: openingOf(content),
    sections: minutesSections(content),
    signatures: [signatureOf(minutes, 'UNIT'), signatureOf(minutes, 'TEAM')],
    recipients: recipientLines([inspection.unitName, 'Đoàn kiểm tra'], 'UBKT'),
    contentSha256,
  }
}

function openingOf(content: MinutesContent): string[] {
  const { decisionNumber, decisionOn, visitFrom, visitTo, periodFrom, periodTo } = content
  const visit =
    visitFrom === visitTo
      ? `ngày ${writeDay(day(visitFrom))}`
      : `từ ngày ${writeDay(day(visitFrom))} đến ngày ${writeDay(day(visitTo))}`
  return [
    `Căn cứ Quyết định số ${decisionNumber} ${writePaperDate(day(decisionOn))}, ${visit}, Đoàn kiểm tra đã làm việc với ${content.unitName}.`,
    `Nội dung: ${content.subject}. Thời kỳ kiểm tra: từ ngày ${writeDay(day(periodFrom))} đến ngày ${writeDay(day(periodTo))}.`,
    `Thành phần Đoàn: ${content.team
      .map(
        ({ fullName, position, role }) =>
          `đồng chí ${fullName}, ${positionTitle(position)}, ${roles[role] ?? role}`,
      )
      .join('; ')}.`,
  ]
}

/** A picture cannot be signed on paper: what it shows, and which one it was. */
function photoLine({ caption, name, sha256 }: { caption: string; name: string; sha256: string }) {
  return `[Ảnh: ${caption || name}, mã ${sha256.slice(0, 12)}]`
}

function minutesSections({ findings, scorePercent, summary }: MinutesContent): Section[] {
  const parts = [
    ['II. Ưu điểm', summary.strengths],
    ['III. Hạn chế', summary.shortcomings],
    ['IV. Nguyên nhân', summary.causes],
    ['V. Kiến nghị', summary.recommendations],
  ] as const
  return [
    {
      heading: 'I. Kết quả từng tiêu chí',
      paragraphs:
        scorePercent === null ? [] : [`Điểm chung: ${String(scorePercent).replace('.', ',')}/100.`],
      table: {
        heads: ['STT', 'Tiêu chí', 'Kết quả', 'Điểm', 'Ghi chú'],
        rows: findings.map(
          ({ number, criterion, outcome, points, maxScore, note, photos = [] }) => [
            String(number),
            criterion,
            outcomes[outcome],
            points === null ? '–' : `${points}/${maxScore}`,
            [note, ...photos.map(photoLine)].filter(Boolean).join(' '),
          ],
        ),
      },
    },
    ...parts
      .filter(([, text]) => text.trim() !== '')
      .map(([heading, text]) => ({ heading, paragraphs: lines(text), table: null })),
  ]
}

function signatureOf(
  { signatures }: Minutes,
  side: 'TEAM' | 'UNIT',
): PrintedInspectionView['signatures'][number] {
  const signature = signatures.find((each) => each.side === side)
  const title = side === 'UNIT' ? 'ĐẠI DIỆN ĐƠN VỊ' : 'TRƯỞNG ĐOÀN KIỂM TRA'
  const position = side === 'UNIT' && signature ? positionTitle(signature.signerPosition) : null
  return {
    authority: [title, ...(position ? [position.toLocaleUpperCase('vi')] : [])],
    name: signature?.signerName ?? null,
  }
}
