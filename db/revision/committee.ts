import { sql } from 'kysely'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'

const seats = ['CHAIR', 'VICE_CHAIR', 'MEMBER', 'SECRETARY'] as const

/** The body that decides on plans, with those who sit in it today, the chair first. */
export async function standingCommittee(tx: Tx, federationId: string) {
  const body = found(
    await tx
      .selectFrom('body')
      .select(['id', 'name', 'quorumNumerator', 'quorumDenominator'])
      .where('federationId', '=', federationId)
      .where('kind', '=', 'STANDING_COMMITTEE')
      .executeTakeFirst(),
  )
  const { quorumNumerator: numerator, quorumDenominator: denominator, ...named } = body
  return { ...named, quorum: { numerator, denominator }, members: await membersOf(tx, body.id) }
}

async function membersOf(tx: Tx, bodyId: string) {
  const rows = await tx
    .selectFrom('bodyMember')
    .innerJoin('official', 'official.id', 'bodyMember.officialId')
    .select(['bodyMember.officialId', 'bodyMember.role', 'official.fullName'])
    .where('bodyMember.bodyId', '=', bodyId)
    .where('bodyMember.since', '<=', sql<string>`current_date`)
    .where((where) =>
      where.or([
        where('bodyMember.until', 'is', null),
        where('bodyMember.until', '>=', sql<string>`current_date`),
      ]),
    )
    .orderBy('official.sortWords')
    .execute()
  const ordered = rows.toSorted((a, b) => seatOrder(a.role) - seatOrder(b.role))
  return ordered.map((row) => ({ ...row, role: seats[seatOrder(row.role)] ?? 'MEMBER' }))
}

function seatOrder(role: string): number {
  return seats.findIndex((seat) => seat === role)
}
