import type { CertificateSheetView } from '../../domain/classes/certificates.contract.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { clockOf, type Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { eligibleIn } from './ask-certificates.ts'
import { certificateOf, type CertificateRow, certificatesOf } from './certificate-rows.ts'
import { gradeIn } from './certificates-view.ts'
import { taughtClass } from './taught-class.ts'

/** What stands on every sheet of the federation: its superior, its place. */
async function houseOf(tx: Tx) {
  return tx
    .selectFrom('federation')
    .select(['superiorName', 'place'])
    .limit(1)
    .executeTakeFirstOrThrow()
}
type House = Awaited<ReturnType<typeof houseOf>>

/** All valid certificates of a class; as long as there are none, three as they will look. */
export async function sheetsOfClass(entered: Entered, classId: string) {
  const { tx } = entered
  const taught = await taughtClass(entered, classId)
  const house = await houseOf(tx)
  const rows = (await certificatesOf(tx, classId)).filter(({ state }) => state === 'VALID')
  const { title, organiserName } = taught.trained
  if (rows.length > 0)
    return { title, sheets: rows.map((row) => sheetOf(row, organiserName, house)) }
  const eligible = await eligibleIn(tx, taught)
  const now = await clockOf(tx)
  const days = taught.sessions.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]).toSorted()
  const blank = {
    type: taught.trained.certificateType as CertificateSheetView['type'], // as above
    programme: title,
    heldFrom: dayOfInstant(days[0] ?? now),
    heldTo: dayOfInstant(days.at(-1) ?? now),
    hours: hoursOf(taught.sessions),
  }
  return {
    title,
    sheets: eligible.slice(0, 3).map((result) => ({
      ...nothingYet,
      ...blank,
      fullName: result.person.fullName,
      birthYear: result.person.birthYear,
      unitName: result.person.unitName,
      grade: gradeIn(result, taught.trained),
      parentBody: house.superiorName,
      issuer: organiserName,
      place: house.place,
    })),
  }
}

const nothingYet = {
  certificateId: null,
  registerNo: null,
  verifyCode: null,
  verifyAddress: null,
  issuedOn: null,
  signerName: null,
  signerPosition: null,
  state: null,
} as const

function hoursOf(sessions: readonly { startsAt: string; endsAt: string }[]): number {
  const ms = sessions.reduce(
    (sum, { startsAt, endsAt }) => sum + Date.parse(endsAt) - Date.parse(startsAt),
    0,
  )
  return Math.round(ms / 360_000) / 10
}

/** One certificate, for whom the fence shows it: its holder, the holder's unit, who organises. */
export async function sheetOfCertificate(
  { tx }: Entered,
  certificateId: string,
): Promise<CertificateSheetView> {
  const row = await certificateOf(tx, certificateId)
  const { name } = await tx
    .selectFrom('trainingClass')
    .innerJoin('unit', 'unit.id', 'trainingClass.organiserUnitId')
    .select('unit.name')
    .where('trainingClass.id', '=', row.classId)
    .executeTakeFirstOrThrow()
  return sheetOf(row, name, await houseOf(tx))
}

function sheetOf(row: CertificateRow, issuer: string, house: House): CertificateSheetView {
  return {
    certificateId: row.certificateId,
    type: row.type,
    registerNo: row.registerNo,
    verifyCode: row.verifyCode,
    verifyAddress: `/verify/${row.verifyCode}`,
    parentBody: house.superiorName,
    issuer,
    place: house.place,
    fullName: row.fullName,
    birthYear: row.birthYear,
    unitName: row.unitName,
    programme: row.programme,
    heldFrom: row.heldFrom,
    heldTo: row.heldTo,
    hours: row.hours,
    grade: row.grade,
    issuedOn: row.issuedOn,
    signerName: row.signerName,
    signerPosition: row.signerPosition,
    state: row.state,
  }
}
