import type { ConferencePaper } from '../../domain/feedback/conference.contract.ts'
import type { Attendance, OpinionState } from '../../domain/feedback/conference.ts'
import { dayOfInstant, timeOfInstant, writeDay, writePaperDate } from '../../domain/grammar/day.ts'
import { positionTitle } from '../../domain/papers/position-title.ts'
import { ND30_2020 } from '../../domain/papers/profile.ts'
import { recipientLines } from '../../domain/papers/signing.ts'
import { say } from '../../domain/text/say.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { conferenceById } from './conference-row.ts'
import { latestMinutes, type Minutes, type MinutesContent } from './minutes-row.ts'

type Section = ConferencePaper['sections'][number]

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '')

/** The minutes as they were drawn up last, whoever has signed so far. */
export async function paperOfConference(tx: Tx, conferenceId: string): Promise<ConferencePaper> {
  const conference = await conferenceById(tx, conferenceId)
  const minutes = found((await latestMinutes(tx, conferenceId)) ?? undefined)
  const federation = await tx
    .selectFrom('federation')
    .select(['name', 'superiorName', 'place'])
    .where('id', '=', conference.federationId)
    .executeTakeFirstOrThrow()
  const { content, contentSha256, number } = minutes
  return {
    conferenceId,
    planYear: conference.planYear,
    kind: content.kind,
    country: ND30_2020.motto.country,
    motto: ND30_2020.motto.words,
    parentBody: federation.superiorName.toLocaleUpperCase('vi'),
    issuingBody: federation.name.toLocaleUpperCase('vi'),
    placeAndDate: `${federation.place}, ${writePaperDate(dayOfInstant(content.startsAt))}`,
    docType: 'BIÊN BẢN',
    abstract: `${nameOf(content)} lấy ý kiến dự thảo kế hoạch năm ${content.planYear}`,
    opening: openingOf(content),
    sections: [attendanceIn(content), agendaIn(content), opinionsIn(content)],
    ending: endingOf(content),
    signatures: [signatureOf(minutes, 'SECRETARY'), signatureOf(minutes, 'CHAIR')],
    recipients: recipientLines(['Các đơn vị được lấy ý kiến'], 'Ban chuyên môn'),
    minutesNumber: number,
    contentSha256,
  }
}

const nameOf = ({ kind }: MinutesContent) => (kind === 'CONFERENCE' ? 'Hội nghị' : 'Hội thảo')

function openingOf(content: MinutesContent): string[] {
  const { startsAt, endsAt, place, chairName, secretaryName, drafts } = content
  const from = `${timeOfInstant(startsAt)} ngày ${writeDay(dayOfInstant(startsAt))}`
  return [
    `Thời gian: từ ${from} đến ${timeOfInstant(endsAt)}. Địa điểm: ${place}.`,
    `Chủ trì: đồng chí ${chairName}. Thư ký: đồng chí ${secretaryName}.`,
    `Tài liệu: ${drafts.map(({ title, version }) => `${title}, dự thảo lần ${version}`).join('; ')}.`,
  ]
}

const attended = { PRESENT: 'Có mặt', ABSENT: 'Vắng', EXCUSED: 'Vắng có lý do' } as const

function attendanceIn({ attendance }: MinutesContent): Section {
  const came = (state: Attendance | null) =>
    attendance.filter((each) => each.state === state).length
  const unmarked = came(null)
  return {
    heading: 'I. Thành phần dự',
    paragraphs: [
      `Mời ${attendance.length} đơn vị: ${came('PRESENT')} có mặt, ${came('EXCUSED')} vắng có lý do, ${came('ABSENT')} vắng${unmarked > 0 ? `, ${unmarked} chưa điểm danh` : ''}.`,
    ],
    table: {
      heads: ['STT', 'Đơn vị', 'Có mặt', 'Đại diện'],
      rows: attendance.map(({ unitName, state, representative }, index) => [
        String(index + 1),
        unitName,
        state ? attended[state] : 'Chưa điểm danh',
        representative ?? '',
      ]),
    },
  }
}

const agendaIn = ({ agenda }: MinutesContent): Section => ({
  heading: 'II. Chương trình',
  paragraphs: lines(agenda),
  table: null,
})

const stands: Record<OpinionState, string> = {
  RECORDED: 'Chưa xác nhận',
  CONFIRMED: 'Đã xác nhận',
  DISOWNED: 'Đơn vị báo không phải ý kiến của mình',
  STRUCK: 'Đã bỏ',
}

function opinionsIn({ opinions }: MinutesContent): Section {
  return {
    heading: 'III. Ý kiến phát biểu',
    paragraphs: [
      opinions.length === 0
        ? 'Không có ý kiến phát biểu.'
        : 'Ý kiến chưa được đơn vị xác nhận khi đóng đợt thì không tính là ý kiến của đơn vị.',
    ],
    table:
      opinions.length === 0
        ? null
        : {
            heads: ['STT', 'Đơn vị', 'Nội dung', 'Ý kiến', 'Xác nhận'],
            rows: opinions.map((opinion, index) => [
              String(index + 1),
              opinion.unitName,
              opinion.placeName,
              saidIn(opinion),
              stands[opinion.state],
            ]),
          },
  }
}

/** As it was taken down, and as the unit put it right. */
function saidIn({ kind, words, unitWords }: MinutesContent['opinions'][number]): string {
  const said = `${say('vi', `feedback.commentKinds.${kind}`)}: ${words}`
  return unitWords ? `${said} Đơn vị sửa lại: ${unitWords}` : said
}

function endingOf({ endsAt }: MinutesContent): string {
  return `${timeOfInstant(endsAt)} kết thúc. Biên bản đã được chủ trì và thư ký thông qua${ND30_2020.end}`
}

function signatureOf(
  { signatures, content }: Minutes,
  side: 'CHAIR' | 'SECRETARY',
): ConferencePaper['signatures'][number] {
  const signature = signatures.find((each) => each.side === side)
  const title = side === 'CHAIR' ? 'CHỦ TRÌ' : 'THƯ KÝ'
  const position = signature ? positionTitle(signature.signerPosition) : null
  const name = side === 'CHAIR' ? content.chairName : content.secretaryName
  return {
    authority: [title, ...(position ? [position.toLocaleUpperCase('vi')] : [])],
    name: signature ? signature.signerName : `(chưa ký) ${name}`,
  }
}
