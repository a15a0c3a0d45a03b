import { sql } from 'kysely'
import type { z } from 'zod'
import { clashesOf, nextFreeDay } from '../../domain/classes/clashes.ts'
import type { clashesView, lecturerView, lineView } from '../../domain/classes/views.contract.ts'
import type { Entered } from '../context.ts'
import { cycleOfYear } from '../cycle/find.ts'
import type { Tx } from '../database.ts'
import { clashGround, placeOf } from './ground.ts'
import { openedLines, plannedLinesOf } from './lines.ts'

/** From what a class can be opened, and for which of the reader's units. */
export async function classLinesOf({ tx, caller }: Entered, planYear: number) {
  const cycle = await cycleOfYear(tx, planYear)
  const { planNumber, lines } = await plannedLinesOf(tx, cycle)
  const opened = await openedLines(tx, cycle.id)
  const organisers = caller.grants
    .filter(({ role }) => role === 'classOrganiser')
    .map(({ unitId, unitName }) => ({ unitId, unitName }))
  return {
    planNumber,
    organisers,
    lines: lines.map((line): z.output<typeof lineView> => ({
      ...line,
      classId: opened.get(line.code)?.id ?? null,
      classCode: opened.get(line.code)?.code ?? null,
    })),
  }
}

/** Lecturers whom the federation has approved, by given name. */
export async function lecturersOf(tx: Tx): Promise<z.output<typeof lecturerView>[]> {
  return tx
    .selectFrom('lecturer')
    .select(['id as lecturerId', 'fullName', 'title', 'unitName', 'topics'])
    .where('approvedSince', '<=', sql<string>`current_date`)
    .orderBy(sql`split_part(full_name, ' ', -1) collate vi`)
    .orderBy('fullName')
    .execute()
}

export async function partnersOf(tx: Tx): Promise<{ partnerId: string; name: string }[]> {
  return tx
    .selectFrom('partner')
    .select(['id as partnerId', 'name'])
    .orderBy(sql`name collate vi_natural`)
    .execute()
}

type Wish = {
  day: string
  from: string
  to: string
  lecturerId?: string | undefined
  venue?: string | undefined
  room?: string | undefined
  classId?: string | undefined
}

/** What stands against one session, told while the timetable is written. */
export async function clashesWith(tx: Tx, wish: Wish): Promise<z.output<typeof clashesView>> {
  const { day, from, to, lecturerId = null, venue = null, room = null, classId = null } = wish
  const place = placeOf({ day, from, to, lecturerId, room }, venue)
  const ground = await clashGround(tx, { places: [place], classId })
  const obstacles = clashesOf(place, ground)
  return {
    obstacles: obstacles.map(({ code, params }) => ({
      code,
      ...(params && { params: { ...params } }),
    })),
    nextFreeDay: obstacles.length > 0 ? nextFreeDay(place, ground) : null,
  }
}
