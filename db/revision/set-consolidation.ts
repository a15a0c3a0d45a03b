import { STANCES } from '../../domain/feedback/answer-form.ts'
import { partsOfWish } from '../../domain/feedback/line-wish.ts'
import {
  day,
  dayOfInstant,
  timeOfInstant,
  writeDay,
  writePaperDate,
} from '../../domain/grammar/day.ts'
import { ND30_2020 } from '../../domain/papers/profile.ts'
import {
  type CommentedPlace,
  commentsInPlaces,
  wordOfPlace,
} from '../../domain/revision/comments-in-places.ts'
import type { ConsolidationPaper } from '../../domain/revision/consolidation-paper.contract.ts'
import { DISPOSITION_KINDS } from '../../domain/revision/disposition.ts'
import type {
  CommentRow,
  ConsolidationView,
  PlaceView,
} from '../../domain/revision/views.contract.ts'
import { say } from '../../domain/text/say.ts'

export type ToSet = {
  view: ConsolidationView
  comments: readonly CommentRow[]
  planYear: number
  federation: { name: string; superiorName: string; place: string }
  at: string
}

/** The table that officials know: whose opinion, what it says, what becomes of it, and why. */
export function setConsolidation(toSet: ToSet): ConsolidationPaper {
  const { view, planYear, federation, at } = toSet
  const on = dayOfInstant(at)
  return {
    planId: view.plan.id,
    planYear,
    country: ND30_2020.motto.country,
    motto: ND30_2020.motto.words,
    parentBody: federation.superiorName.toLocaleUpperCase('vi'),
    issuingBody: federation.name.toLocaleUpperCase('vi'),
    placeAndDate: `${federation.place}, ${writePaperDate(on)}`,
    docType: 'BẢNG TỔNG HỢP, TIẾP THU, GIẢI TRÌNH',
    abstract: `Ý kiến góp ý đối với dự thảo ${view.plan.title}`,
    opening: openingOf(view),
    places: placesOf(toSet),
    totals: totalsOf(view),
    madeAt: `${timeOfInstant(at)} ngày ${writeDay(on)}`,
  }
}

function openingOf({ rounds, totals }: ConsolidationView): string {
  if (rounds.length === 0) return 'Kế hoạch này không lấy ý kiến các đơn vị.'
  const asked = rounds.map(({ number, closedAt, answered, invited }) => {
    const closed = closedAt ? `, đóng ngày ${writeDay(dayOfInstant(closedAt))}` : ''
    return `Đợt lấy ý kiến lần ${number}${closed}: ${answered}/${invited} đơn vị trả lời`
  })
  const { comments, disposed } = totals
  const both = rounds.length > 1 ? '. Cả hai đợt: ' : ', '
  return `${asked.join('. ')}${both}${comments} ý kiến, ${disposed} ý kiến đã có hướng xử lý.`
}

function placesOf({ view, comments }: ToSet): ConsolidationPaper['places'] {
  const commented = commentsInPlaces({ places: view.places, comments })
  const ordinals = new Map(
    commented.flatMap(({ comments }) => comments).map(({ id }, index) => [id, index + 1]),
  )
  const isTwice = view.rounds.length > 1
  return commented.map((each) => placeOf(each, { ordinals, isTwice }))
}

type Ordinals = ReadonlyMap<string, number>

function placeOf(
  { place, comments }: CommentedPlace,
  { ordinals, isTwice }: { ordinals: Ordinals; isTwice: boolean },
) {
  const { consulted, current } = place
  return {
    name: isTwice ? `${nameOf(place)} (${nameOfRound(place)})` : nameOf(place),
    consulted,
    revised: current === consulted ? null : (current ?? 'Đã bỏ khỏi kế hoạch.'),
    rows: comments.map((comment) => ({
      ordinal: ordinals.get(comment.id) ?? 0,
      unitName: comment.unitName,
      said: [...spokenIn(comment), ...saidIn(comment, place)],
      disposition: dispositionName(comment.disposition?.disposition ?? 'OPEN'),
      explained: explainedIn(comment, ordinals),
    })),
  }
}

function nameOf({ kind, code, heading }: PlaceView): string {
  return say('vi', `revision.page.${wordOfPlace({ kind, code })}`, { code: code ?? '', heading })
}

/** Told apart only where units were asked twice. */
function nameOfRound({ round }: { round: number }): string {
  return say('vi', 'revision.page.ofRound', { round })
}

/** Where it was said, when it was not written. */
function spokenIn({ origin }: CommentRow): string[] {
  if (!origin) return []
  const { kind, heldOn } = origin
  return [`${say('vi', `feedback.spokenAt.${kind}`, { heldOn: writeDay(day(heldOn)) })}.`]
}

function saidIn({ text, suggestedText, line: wish }: CommentRow, place: PlaceView): string[] {
  const asked = wish ? partsOfWish(wish, place.line?.consulted ?? undefined) : []
  const said = [
    ...asked.map(({ key, params }) => `${say('vi', key, params)}.`),
    ...text.split('\n').filter((line) => line.trim() !== ''),
  ]
  return suggestedText ? [...said, `Đề nghị viết: “${suggestedText}”`] : said
}

function explainedIn({ disposition }: CommentRow, ordinals: Ordinals): string[] {
  if (!disposition) return []
  const { explanation, mergedInto, forwardedToName, forwardedAnswer, changedPlaces } = disposition
  const waits = `Chờ ${forwardedToName} trả lời.`
  return [
    ...(explanation ? [explanation] : []),
    ...(mergedInto ? [`Trả lời cùng ý kiến số ${ordinals.get(mergedInto) ?? ''}.`] : []),
    ...(forwardedToName
      ? [forwardedAnswer ? `${forwardedToName}: ${forwardedAnswer}` : waits]
      : []),
    ...(changedPlaces.length > 0 ? [`Đã chỉnh sửa tại: ${changedPlaces.join(', ')}.`] : []),
  ]
}

/** C-4: invited and answered, by stance, by disposition. */
function totalsOf({ rounds, totals }: ConsolidationView): ConsolidationPaper['totals'] {
  const { comments, byDisposition } = totals
  const decided = Object.values(byDisposition).reduce((sum, count) => sum + count, 0)
  return [
    ...rounds.flatMap((round) => totalsOfRound(round, rounds.length > 1)),
    {
      heading: `Hướng xử lý ${comments} ý kiến`,
      rows: [
        ...DISPOSITION_KINDS.map((kind) => ({
          name: dispositionName(kind),
          count: byDisposition[kind] ?? 0,
        })),
        { name: dispositionName('OPEN'), count: comments - decided },
      ],
    },
  ]
}

function totalsOfRound(round: ConsolidationView['rounds'][number], isTwice: boolean) {
  const { number, invited, answered, spoke, keeps, byStance } = round
  const of = (heading: string) =>
    isTwice ? `${heading}, ${nameOfRound({ round: number })}` : heading
  return [
    {
      heading: of('Đơn vị'),
      rows: [
        { name: 'Được lấy ý kiến', count: invited },
        { name: 'Đã trả lời', count: answered },
        ...(keeps > 0 ? [{ name: 'Trong đó giữ nguyên ý kiến lần trước', count: keeps }] : []),
        ...(spoke > 0 ? [{ name: 'Chỉ phát biểu tại hội nghị', count: spoke }] : []),
        { name: 'Không trả lời', count: invited - answered - spoke },
      ],
    },
    {
      heading: of('Ý kiến chung của đơn vị'),
      rows: STANCES.map((stance) => ({
        name: say('vi', `feedback.stances.${stance}`),
        count: byStance[stance] ?? 0,
      })),
    },
  ]
}

const dispositionName = (kind: string) => say('vi', `revision.dispositions.${kind}`)
