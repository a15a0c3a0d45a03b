import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import type { DemoOfficial, Office } from './office.ts'

/** What a unit is given of a class, and whom it surely sends. */
export type Sending = {
  unitCode: string
  seats: number
  names?: readonly string[]
  /** People beyond the seats: they wait for a free one. */
  reserve?: number
}

/** Seats shared out, people named, approved by their president, released by their employers. */
export async function sendPeople(
  { office, organiser }: { office: Office; organiser: DemoOfficial },
  classId: string,
  sendings: readonly Sending[],
): Promise<void> {
  const units = await Promise.all(
    sendings.map(async (sending) => ({
      ...sending,
      unitId: await unitIdOf(office, classId, sending.unitCode),
    })),
  )
  await organiser.does(`${classId}/quotas`, routes.setQuotas, {
    params: { classId },
    body: { quotas: units.map(({ unitId, seats }) => ({ unitId, seats })) },
  })
  for (const unit of units) await sendFrom(office, classId, unit)
}

async function unitIdOf(office: Office, classId: string, unitCode: string): Promise<string> {
  const drafter = await office.holder('unitDrafter', unitCode)
  const { mine } = await drafter.reads(routes.trainingClass, { params: { classId } })
  const [part] = mine
  if (!part) throw new Error(`${unitCode} sends nobody to class ${classId}`)
  return part.unitId
}

async function sendFrom(
  office: Office,
  classId: string,
  { unitId, unitCode, seats, names = [], reserve = 0 }: Sending & { unitId: string },
): Promise<void> {
  const drafter = await office.holder('unitDrafter', unitCode)
  const head = await office.holder('unitHead', unitCode)
  const params = { classId, unitId }
  if ((await nomineesOf(head, params)).length === 0)
    await drafter.does(`${classId}/${unitCode}/nominate`, routes.nominate, {
      params,
      body: { rows: await choose(drafter, classId, { names, count: seats + reserve }) },
    })
  const nominees = await nomineesOf(head, params)
  if (nominees.some(({ state }) => state === 'PROPOSED'))
    await head.does(`${classId}/${unitCode}/approve`, routes.approveList, {
      params,
      body: { order: nominees.map(({ nominationId }) => nominationId) },
    })
  for (const [index, { nominationId, release }] of nominees.entries())
    if (release === 'NOT_ASKED')
      await drafter.does(`${classId}/${nominationId}/release`, routes.recordRelease, {
        params: { classId, nominationId },
        body: { answer: 'GRANTED', letterNo: `${12 + index}/CV` },
      })
}

/** Some presidents sit in the committee, and see the lists of other units as well. */
async function nomineesOf(head: DemoOfficial, part: { classId: string; unitId: string }) {
  const { units } = await head.reads(routes.nominations, { params: { classId: part.classId } })
  return units.find(({ unitId }) => unitId === part.unitId)?.nominees ?? []
}

type Choosing = { names: readonly string[]; count: number }

/** The named ones first, then whoever can go. */
async function choose(drafter: DemoOfficial, classId: string, { names, count }: Choosing) {
  const queries = [...names.map((q) => ({ q })), {}]
  const found = await Promise.all(
    queries.map((query) => drafter.reads(routes.candidates, { params: { classId }, query })),
  )
  const free = found.flatMap(({ candidates }, index) =>
    candidates
      .filter(({ obstacles }) => obstacles.length === 0)
      .slice(0, index < names.length ? 1 : count),
  )
  const ids = [...new Set(free.map(({ officialId }) => officialId))]
  return ids.slice(0, count).map((officialId) => ({ officialId }))
}
