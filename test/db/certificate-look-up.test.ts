import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attendanceOfClass } from '../../db/classes/attendance.ts'
import { sheetsOfClass } from '../../db/classes/certificate-sheets.ts'
import { certificatesOfClass } from '../../db/classes/certificates-view.ts'
import { classViewOf } from '../../db/classes/class-view.ts'
import { learningOf, teachingOf } from '../../db/classes/learning.ts'
import { lookUpCertificate, lookUpPerson } from '../../db/classes/look-up.ts'
import { marksOfClass } from '../../db/classes/test-marks.ts'
import type { Entered } from '../../db/context.ts'
import { certificateRoutes } from '../../domain/classes/certificates.contract.ts'
import { classesRoutes } from '../../domain/classes/classes.contract.ts'
import { lecturer, openTeachingDesk, type TeachingDesk } from '../setup/teaching-desk.ts'

let desk: TeachingDesk
beforeAll(async () => {
  desk = await openTeachingDesk()
})
afterAll(() => desk?.close())

const code = (wanted: string) => expect.objectContaining({ code: wanted })

describe('the public look-up', () => {
  const ask = (typed: string, address: string = randomUUID()) =>
    lookUpCertificate(desk.db, typed, address)

  test('knows a paper by its number and by its code, and says no more than the paper', async () => {
    const made = await desk.readyToCertify(2)
    await desk.closeMarking(made)
    const [paper] = (await desk.issued(made)).issued
    if (!paper) throw new Error('nothing was issued')
    for (const typed of [paper.registerNo, paper.verifyCode, paper.verifyCode.toLowerCase()]) {
      const answer = await ask(typed)
      if (answer.kind !== 'found') throw new Error(`${typed}: ${answer.kind}`)
      expect(answer.certificate).toMatchObject({ fullName: paper.fullName, state: 'VALID' })
      expect(Object.keys(answer.certificate).sort()).toEqual(
        [
          'registerNo fullName unitName programme venue heldFrom heldTo hours issuer issuedOn state',
          'reasonClass stateAt',
        ]
          .join(' ')
          .split(' ')
          .sort(),
      )
    }
    expect((await ask('0001/1999/CN-LĐLĐ')).kind).toBe('not-found')
    const another = paper.verifyCode.startsWith('A') ? 'C' : 'A'
    expect((await ask(`${another}${paper.verifyCode.slice(1)}`)).kind).not.toBe('found')
    expect((await ask("' or 1=1 --")).kind).toBe('unreadable')
  })

  test('says that a paper was revoked or replaced, since when, and the class of the reason', async () => {
    const made = await desk.readyToCertify(2)
    await desk.closeMarking(made)
    const [first, second] = (await desk.issued(made)).issued
    if (!first || !second) throw new Error('nothing was issued')
    await desk.does('organiser', certificateRoutes.revokeCertificate, {
      params: { certificateId: first.certificateId },
      body: { reasonClass: 'ISSUED_IN_ERROR', reason: 'Trùng người' },
    })
    const anew = await desk.does('organiser', certificateRoutes.reissueCertificate, {
      params: { certificateId: second.certificateId },
      body: { reasonClass: 'CORRECTED', reason: 'Sai dấu', fullName: 'Nguyễn Thị Bưởi' },
    })
    expect(await ask(first.registerNo)).toMatchObject({
      certificate: { state: 'REVOKED', reasonClass: 'ISSUED_IN_ERROR' },
    })
    expect(await ask(second.verifyCode)).toMatchObject({
      certificate: { state: 'REISSUED', reasonClass: 'CORRECTED' },
    })
    expect(await ask(anew.registerNo)).toMatchObject({
      certificate: { state: 'VALID', fullName: 'Nguyễn Thị Bưởi' },
    })
    const again = desk.does('organiser', certificateRoutes.revokeCertificate, {
      params: { certificateId: first.certificateId },
      body: { reasonClass: 'ISSUED_IN_ERROR', reason: 'Trùng người' },
    })
    await expect(again).rejects.toEqual(code('grammar.wrong-state'))
  })

  test('answers a name by yes or no, and an address that asks on and on not at all', async () => {
    const made = await desk.readyToCertify(1)
    await desk.closeMarking(made)
    const [paper] = (await desk.issued(made)).issued
    if (!paper) throw new Error('nothing was issued')
    const address = randomUUID()
    const person = { name: paper.fullName.toLowerCase(), birthYear: 1990, unit: 'phường Số 1' }
    expect(await lookUpPerson(desk.db, person, address)).toEqual({ kind: 'person-found' })
    const other = { ...person, birthYear: 1991 }
    expect(await lookUpPerson(desk.db, other, address)).toEqual({ kind: 'person-not-found' })
    for (let more = 0; more < 8; more += 1) await lookUpPerson(desk.db, other, address)
    expect(await lookUpPerson(desk.db, person, address)).toEqual({ kind: 'too-often' })
    expect((await lookUpPerson(desk.db, person, randomUUID())).kind).toBe('person-found')
  })
})

describe("everybody's own pages", () => {
  test('a trainee reads own classes, marks and certificate; a unit those of its people', async () => {
    const { officialId } = desk.federation.person('member3')
    const made = await desk.insert({
      state: 'MARKING',
      sessions: desk.yesterday,
      nominees: [{ unit: 1, officialId, state: 'CONFIRMED' }],
    })
    await desk.take(lecturer, made, [{ mark: 'LATE' }])
    await desk.mark(lecturer, made, [{ mark: 6.5 }])
    const own = await desk.reads('member3', (entered) => learningOf(entered, officialId))
    expect(own.classes).toMatchObject([
      { percent: 100, mark: 6.5, grade: 'GOOD', sessions: [{ mark: 'LATE' }], certificate: null },
    ])
    const hidden = desk.reads('unit2.head', (entered) => learningOf(entered, officialId))
    await expect(hidden).rejects.toEqual(code('grammar.not-found'))
  })

  test('a trainee may resign a seat of a fixed list, and is told so on both pages', async () => {
    const { officialId } = desk.federation.person('member2')
    await desk.sql(`update role_grant set role = 'trainee' where official_id = $1`, [officialId])
    const made = await desk.insert({
      state: 'LIST_FIXED',
      nominees: [{ unit: 1, officialId, state: 'CONFIRMED' }],
    })
    const [nominationId = ''] = made.nominationIds
    const params = { classId: made.classId, nominationId }
    const allowed = { allowedActions: [{ deed: 'seat.resigned', allowed: true }] }
    const learning = () => desk.reads('member2', (entered) => learningOf(entered, officialId))
    expect((await learning()).classes).toMatchObject([allowed])
    const view = await desk.reads('member2', (entered) => classViewOf(entered, made.classId))
    expect(view.mySeat).toMatchObject({ nominationId, ...allowed })
    // an office that reads the record does not resign in somebody's place
    const asOffice = await desk.reads('organiser', (entered) => learningOf(entered, officialId))
    expect(asOffice.classes[0]?.allowedActions).toMatchObject([{ allowed: false }])
    await desk.does('member2', classesRoutes.resignSeat, {
      params,
      body: { reason: 'Con ốm, phải ở nhà.' },
    })
    expect((await learning()).classes).toMatchObject([
      { nominationState: 'WITHDRAWN', allowedActions: [] },
    ])
  })

  test('a lecturer reads own sessions with how far attendance is', async () => {
    const { sessions } = await desk.reads(lecturer, teachingOf)
    expect(sessions.length).toBeGreaterThan(0)
    expect(sessions.find(({ marked }) => marked > 0)).toMatchObject({
      trainees: expect.any(Number),
    })
    expect((await desk.reads('organiser', teachingOf)).sessions).toEqual([])
  })
})

/** How many statements a reading costs, whatever the length of the list. */
async function statements(read: (entered: Entered) => Promise<unknown>): Promise<number> {
  return desk.statementsOf('organiser', read)
}

test('the tabs cost the same number of statements for two people and for thirty', async () => {
  const [few, many] = [await desk.readyToCertify(2), await desk.readyToCertify(30)]
  for (const made of [few, many]) {
    expect(await statements((e) => attendanceOfClass(e, made.classId))).toBe(8)
    expect(await statements((e) => marksOfClass(e, made.classId))).toBe(9)
    expect(await statements((e) => certificatesOfClass(e, made.classId))).toBe(12)
    expect(await statements((e) => sheetsOfClass(e, made.classId))).toBe(10)
  }
})
