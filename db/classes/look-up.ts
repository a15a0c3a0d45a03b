import { sql } from 'kysely'
import { readRegisterNo } from '../../domain/classes/certificate.ts'
import type { LookUpAnswer, PublicCertificate } from '../../domain/classes/look-up.ts'
import { readVerifyCode } from '../../domain/classes/verify-code.ts'
import type { Db } from '../database.ts'

/**
 * A certificate by its code or its register number, for somebody who is not known. Whatever was
 * typed, the same statements are run: how long it takes tells nothing.
 */
export async function lookUpCertificate(
  db: Db,
  typed: string,
  address: string,
): Promise<LookUpAnswer> {
  const { code, number, year, body, isWhole } = readAs(typed)
  const asked = await mayLookUp(db, address, 'PAPER')
  if (!asked.may) return { kind: 'too-often' }
  const { rows } = await sql<PublicCertificate>`
    select register_no, full_name, unit_name, programme, venue, held_from::text, held_to::text, hours::float8,
      issuer, issued_on::text, state, reason_class, state_at
    from look_up_certificate(${code}, ${number}::integer, ${year}::integer, ${body})`.execute(db)
  const [certificate] = rows
  if (certificate) return { kind: 'found', certificate, at: asked.at }
  return { kind: isWhole ? 'not-found' : 'unreadable' }
}

/** What was typed, as a code or as a number of the register. */
function readAs(typed: string) {
  const code = readVerifyCode(typed)
  if (code) return { ...code, number: null, year: null, body: null }
  const registerNo = readRegisterNo(typed)
  if (registerNo) return { ...registerNo, code: null, isWhole: true }
  return { code: null, number: null, year: null, body: null, isWhole: false }
}

export type AskedPerson = { name: string; birthYear: number; unit: string }

/** Whether such a person holds a certificate: yes or no, so that no names can be gathered. */
export async function lookUpPerson(
  db: Db,
  { name, birthYear, unit }: AskedPerson,
  address: string,
): Promise<LookUpAnswer> {
  const { may } = await mayLookUp(db, address, 'PERSON')
  if (!may) return { kind: 'too-often' }
  const { rows } = await sql<{ has: boolean }>`
    select has_certificate(${name}, ${birthYear}::integer, ${unit}) as has`.execute(db)
  return { kind: rows[0]?.has ? 'person-found' : 'person-not-found' }
}

async function mayLookUp(db: Db, address: string, kind: 'PAPER' | 'PERSON') {
  const { rows } = await sql<{ may: boolean; at: string }>`
    select may_look_up(${address}, ${kind}) as may, clock_timestamp() as at`.execute(db)
  return { may: rows[0]?.may === true, at: new Date(rows[0]?.at ?? 0).toISOString() }
}
