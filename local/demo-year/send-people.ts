import { opinions } from '../../db/demo/content/opinions.ts'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import type { Office } from './office.ts'

const sending = 5
const reserve = 1

/** Some units send their people: named, approved by the president, released by their employers. */
export async function sendPeople(office: Office, classId: string): Promise<void> {
  const codes = opinions.map(({ unitCode }) => unitCode).slice(0, 14)
  let left = sending
  for (const code of codes) {
    if (left === 0) return
    if (await sendFrom(office, classId, code)) left -= 1
  }
}

async function sendFrom(office: Office, classId: string, unitCode: string): Promise<boolean> {
  const drafter = await office.holder('unitDrafter', unitCode)
  const head = await office.holder('unitHead', unitCode)
  const { mine } = await drafter.reads(routes.trainingClass, { params: { classId } })
  const [part] = mine
  if (!part || part.seats === 0) return false
  const params = { classId, unitId: part.unitId }
  if (part.nominated === 0) {
    const { candidates } = await drafter.reads(routes.candidates, { params: { classId } })
    const rows = candidates
      .filter(({ obstacles }) => obstacles.length === 0)
      .slice(0, part.seats + reserve)
      .map(({ officialId }) => ({ officialId }))
    await drafter.does(`${classId}/${unitCode}/nominate`, routes.nominate, {
      params,
      body: { rows },
    })
  }
  const { units } = await head.reads(routes.nominations, { params: { classId } })
  const nominees = units.flatMap((unit) => unit.nominees)
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
  return true
}
