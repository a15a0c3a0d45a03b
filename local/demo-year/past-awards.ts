import { upperCode } from '../../db/demo/upper-units.ts'
import { addDays, type Day } from '../../domain/grammar/day.ts'
import { rewardRoutes as routes } from '../../domain/reward/reward.contract.ts'
import type { DemoOfficial, Office } from './office.ts'

type People = { secretary: DemoOfficial; head: DemoOfficial; leader: DemoOfficial }
type Year = People & { office: Office; planYear: number; today: Day }

/** The presidents who sit in the council and hold a key of their unit. */
const votingUnits = [2, 30, 35]

/**
 * The year before still has its awards in hand: a file to check, files before the council, and a
 * signed decision that waits for its number.
 */
export async function pastAwards(year: Year): Promise<void> {
  const { planYear } = year
  const whole = `Khen thưởng toàn diện năm ${planYear}`
  const [classes, members] = ['Tự tổ chức tập huấn cho cơ sở', 'Phát triển đoàn viên']
  const signed = await round(year, 'THEMATIC', members)
  if (signed) await toTheClerk(year, signed, await file(year, signed, 12, 'CERTIFICATE'))
  const voting = await round(year, 'COMPREHENSIVE', whole)
  if (voting) {
    await checked(year, voting, await file(year, voting, 2, 'FLAG'))
    await checked(year, voting, await file(year, voting, 11, 'MERIT_CERTIFICATE'))
    await year.secretary.does(`${whole}/council`, routes.openCouncil, {
      params: { commendationId: voting },
      body: {},
    })
  }
  const filing = await round(year, 'THEMATIC', classes)
  if (filing) await file(year, filing, 20, 'CERTIFICATE')
}

/** Null where it stands already: whatever came of it since is its people's. */
async function round(
  { secretary, planYear, today }: Year,
  kind: 'COMPREHENSIVE' | 'THEMATIC',
  title: string,
): Promise<string | null> {
  const params = { planYear }
  const { rounds } = await secretary.reads(routes.rewards, { params })
  if (rounds.some((each) => each.title === title)) return null
  const body = {
    kind,
    title,
    filesDueOn: addDays(today, 7),
    councilDueOn: addDays(today, 14),
  }
  const opened = await secretary.does(`${planYear}/${title}`, routes.openRound, { params, body })
  return opened.commendationId
}

type Form = 'FLAG' | 'MERIT_CERTIFICATE' | 'CERTIFICATE'

/** Proposed by the department's head, with the unit's own report. */
async function file(
  { head, office, planYear }: Year,
  commendationId: string,
  number: number,
  form: Form,
): Promise<string> {
  const president = await office.holder('unitHead', upperCode(number))
  const { units } = await head.reads(routes.candidates, { params: { commendationId } })
  const own = await president.reads(routes.rewards, { params: { planYear } })
  const unit = units.find(({ unitId }) => unitId === own.mine?.unitId)
  if (!unit) throw new Error(`${upperCode(number)} cannot be proposed`)
  const name = `${commendationId}/${number}`
  const { fileId } = await head.does(`${name}/propose`, routes.propose, {
    params: { commendationId },
    body: {
      unitId: unit.unitId,
      form,
      citation:
        'Tự tổ chức tập huấn cho cán bộ cơ sở, trả lời đúng hạn, tăng đoàn viên vượt số giao.',
    },
  })
  await president.does(`${name}/report`, routes.report, {
    params: { fileId },
    body: {
      text: `Trong năm, ${unit.unitName} tăng thêm ${unit.figures.net ?? 0} đoàn viên.\nĐơn vị tự mở lớp tập huấn tại chỗ, học viên chấm đạt yêu cầu.\nBài học: mời người lao động có kinh nghiệm cùng giảng.`,
    },
  })
  return fileId
}

async function checked({ secretary }: Year, commendationId: string, fileId: string) {
  await secretary.does(`${commendationId}/${fileId}/check`, routes.checkFile, {
    params: { fileId },
    body: { outcome: 'PASSED' },
  })
}

async function toTheClerk(year: Year, commendationId: string, fileId: string): Promise<void> {
  const { secretary, head, leader, office } = year
  const params = { commendationId }
  await checked(year, commendationId, fileId)
  await secretary.does(`${commendationId}/council`, routes.openCouncil, { params, body: {} })
  const { contentSha256 } = await secretary.reads(routes.round, { params })
  const seen = contentSha256 ?? ''
  const presidents = votingUnits.map((number) => office.holder('unitHead', upperCode(number)))
  const voters = [leader, secretary, head, ...(await Promise.all(presidents))]
  await Promise.all(
    voters.map((voter, index) =>
      voter.does(`${commendationId}/vote/${index}`, routes.castBallots, {
        params,
        body: { votes: [{ fileId, vote: 'AGREE' }], contentSha256: seen },
      }),
    ),
  )
  await leader.does(`${commendationId}/close`, routes.closeCouncil, {
    params,
    body: { reason: 'Đã đủ số phiếu.' },
  })
  await leader.does(`${commendationId}/sign`, routes.signDecision, {
    params,
    body: { contentSha256: seen },
  })
}
