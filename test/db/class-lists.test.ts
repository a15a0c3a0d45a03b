import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { classViewOf } from '../../db/classes/class-view.ts'
import { classesWithRights } from '../../db/classes/list.ts'
import { nominationsOf } from '../../db/classes/nominations.ts'
import { quotaTable } from '../../db/classes/quotas.ts'
import { classesPerPage, classesQuery } from '../../domain/classes/classes.contract.ts'
import { addUnits } from '../bench/many-units.ts'
import { type ClassDesk, openClassDesk } from '../setup/class-desk.ts'

const few = 10
const many = 10_000

let desk: ClassDesk
beforeAll(async () => {
  desk = await openClassDesk()
})
afterAll(() => desk?.close())

/** Copies of one class, each on another day of the year and with seats of the first unit. */
async function addClasses(classId: string, from: number, to: number): Promise<void> {
  await desk.sql(
    `with k as (
       insert into training_class (federation_id, cycle_id, organiser_unit_id, code, title, topic, audience,
         training_kind, delivery_form, seats, state, process_id, starts_on, ends_on)
       select federation_id, cycle_id, organiser_unit_id, 'M-' || n, title || ' ' || n, topic, audience, training_kind,
         delivery_form, seats, state, 'class/many/' || n, starts_on + n % 300, starts_on + n % 300
       from training_class, generate_series($2::int, $3::int) n where id = $1 returning id, federation_id
     ) insert into class_quota (class_id, unit_id, federation_id, seats)
       select id, $4, federation_id, 2 from k`,
    [classId, from, to, desk.federation.units[0]?.id],
  )
  await knowWhatIsThere()
}

/** A server looks over its tables by itself, but not within the second in which they are filled. */
async function knowWhatIsThere(): Promise<void> {
  await desk.sql('analyze training_class, class_quota, nomination, unit')
}

describe('the list of classes', () => {
  const page = (more: Record<string, unknown> = {}) =>
    classesQuery.parse({ planYear: desk.planYear, ...more })
  const costs = async () => {
    const found: Record<string, number> = {}
    for (const who of ['organiser', 'unit1.head'])
      for (const [name, more] of Object.entries({
        first: {},
        search: { q: 'can bo moi 7' },
        mine: { mine: 'yes' },
        month: { month: 3 },
        last: { from: 'end' },
      }))
        found[`${who} ${name}`] = await desk.statementsOf(who, (entered) =>
          classesWithRights(entered, page(more)),
        )
    return found
  }

  test('costs the same few statements for ten classes and for ten thousand', async () => {
    const { classId } = await desk.insert({ title: 'Cán bộ mới' })
    await addClasses(classId, 2, few)
    const before = await costs()
    await addClasses(classId, few + 1, many)
    expect(await costs()).toEqual(before)
    expect(Math.max(...Object.values(before))).toBeLessThanOrEqual(4)
    const { classes, total } = await desk.reads('organiser', (entered) =>
      classesWithRights(entered, page()),
    )
    expect([classes.length, total]).toEqual([classesPerPage, many])
  }, 60_000)
})

describe('one class', () => {
  async function costsOf(classId: string) {
    return {
      page: await desk.statementsOf('organiser', (entered) => classViewOf(entered, classId)),
      people: await desk.statementsOf('organiser', (entered) => nominationsOf(entered, classId)),
      quotas: await desk.statementsOf('organiser', ({ tx }) => quotaTable(tx, classId)),
    }
  }
  /** Seats and a nominee of every unit there is. */
  async function askEverybody(classId: string): Promise<number> {
    const rows = await desk.sql(
      `with q as (
         insert into class_quota (class_id, unit_id, federation_id, seats)
         select $1, id, federation_id, 1 from unit where parent_id is not null
         on conflict do nothing returning unit_id
       ), n as (
         insert into nomination (federation_id, class_id, unit_id, unit_path, official_id, state, proposed_by)
         select distinct on (o.unit_id) o.federation_id, $1::uuid, o.unit_id, o.unit_path, o.id, 'UNIT_APPROVED', o.id
         from official o join unit u on u.id = o.unit_id where u.parent_id is not null
           and not exists (select from nomination m where m.class_id = $1 and m.official_id = o.id)
         on conflict do nothing returning id
       ) select (select count(*) from q) as quotas, (select count(*) from n) as nominees`,
      [classId],
    )
    await knowWhatIsThere()
    return Number(rows[0]?.nominees)
  }

  test('costs the same for ten units that send people and for ten thousand', async () => {
    const { classId } = await desk.insert({ seats: 20_000, quotas: [] })
    await askEverybody(classId)
    const before = await costsOf(classId)
    await addUnits(desk.ownerUrl, desk.federation, many - desk.federation.units.length)
    expect(await askEverybody(classId)).toBeGreaterThan(many - 10)
    expect(await costsOf(classId)).toEqual(before)
    const { units } = await desk.reads('organiser', (entered) => nominationsOf(entered, classId))
    expect(units).toHaveLength(many)
  }, 120_000)
})
