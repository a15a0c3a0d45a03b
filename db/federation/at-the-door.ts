import { sql } from 'kysely'
import type { ReplyOf } from '../../domain/grammar/route.ts'
import type { demoRoutes } from '../../domain/federation/demo.contract.ts'
import type { Db } from '../database.ts'

type AtTheDoor = {
  name: string
  place: string
  helpName: string | null
  helpPhone: string | null
  isDemo: boolean
}

/** The station of the year at which each number of the demo's people acts. */
const steps = {
  2: 'draft',
  3: 'feedback',
  4: 'revision',
  5: 'approval',
  6: 'classes',
  7: 'inspection',
  8: 'reward',
} as const

/** Whose house it is, for pages that nobody has signed in to. */
export async function federationAtTheDoor(db: Db): Promise<AtTheDoor | null> {
  const { rows } = await sql<AtTheDoor>`select * from federation_at_the_door()`.execute(db)
  return rows[0] ?? null
}

/** What the sign-in page shows before anyone is known; the persons only in a trial. */
export async function peopleAtTheDoor(db: Db): Promise<ReplyOf<typeof demoRoutes.demoPersons>> {
  const row = await federationAtTheDoor(db)
  if (!row) return { persons: [] }
  const { isDemo, ...federation } = row
  if (!isDemo) return { persons: [], federation }
  // @NOTE a federation of its own never loads the invented people
  const { demoPersons } = await import('../demo/persons.ts')
  const { demoPassword } = await import('../demo/password.ts')
  return {
    federation,
    password: demoPassword,
    persons: demoPersons.map(({ step, username, fullName, title, unitName }) => ({
      step: step === null ? 'administration' : steps[step],
      username,
      fullName,
      title,
      unitName,
    })),
  }
}
