import excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenNameSortKey } from '../../domain/grammar/text.ts'
import type { Reading } from '../../domain/grammar/route.ts'
import type { Person } from '../../local/signed-in.ts'
import { holders, openScene, type Scene } from '../setup/arranged/scene.ts'
import { openDoor } from '../setup/at-the-door.ts'
import { type House, openHouse } from '../setup/house.ts'
import { mountedReadings } from '../setup/mounted-routes.ts'
import { neededQuery } from '../setup/needed-query.ts'
import { signIn } from '../setup/person.ts'
import { planYear } from '../setup/year-walk.ts'

let house: House
let scene: Scene
beforeAll(async () => {
  house = await openHouse({ unitCount: 2 })
  scene = await openScene(house)
}, 120_000)
afterAll(() => house?.close())

const breaks = [`'`, `"`, `')`, `"))`, '`', `\\'`, `%27`, `;`]
const tails = [
  ` or 1=1 --`,
  ` or 'a'='a`,
  `; drop table official; --`,
  ` union select password from auth_account --`,
  ` and (select pg_sleep(3)) is null --`,
  `; select set_config('app.reach','federation',false) --`,
]
const sleights = [
  '%',
  '_',
  '%%%',
  '\\',
  '\\\\',
  '$1',
  '$$',
  ':1',
  '--',
  '/**/',
  'null',
  '{}',
  '{"a":1}',
  '1 desc, (select 1)',
  'name; select 1',
  "E'\\x27'",
  'ＯＲ １＝１',
  'name) or (1=1',
]
const strings = [...breaks.flatMap((start) => tails.map((tail) => start + tail)), ...sleights]

/** What this scene has of the ids that stand in an address, or null where it lacks one. */
function paramsOf({ path }: Reading): Record<string, string> | null {
  const ids: Record<string, string> = {
    planYear: String(planYear),
    planId: scene.planId,
    roundId: scene.roundId,
    answerId: scene.answerId,
    unitId: scene.federation.person('unit1.head').unitId,
  }
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  if (names.some((name) => !ids[name])) return null
  return Object.fromEntries(names.map((name) => [name, ids[name] ?? '']))
}

type Parameter = { address: string; name: string; beside: object; texts: string[] }

/**
 * Every parameter of every list, but those of the account library, which has none; with the texts
 * that its contract lets through, and some that it refuses.
 */
function asked(): Parameter[] {
  return mountedReadings()
    .filter(({ path }) => !path.endsWith('.xlsx'))
    .flatMap((route, turn) => {
      const params = paramsOf(route)
      if (!params) return []
      const address = route.path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? '')
      const beside = neededQuery(route)
      const atTheDoor = openDoor(turn)
      const goesOn = (name: string) => (text: string) =>
        atTheDoor(route, { params, query: { ...beside, [name]: text }, body: {} }).mustBeSent
      return Object.keys(route.query?.shape ?? {}).map((name) => ({
        address,
        name,
        beside,
        texts: strings.filter(goesOn(name)),
      }))
    })
}

async function answersTo(person: Person, { address, name, beside, texts }: Parameter) {
  const ask = (text: string) =>
    person.raw(`${address}?${new URLSearchParams({ ...beside, [name]: text }).toString()}`)
  const answers = []
  for (let from = 0; from < texts.length; from += 6)
    answers.push(...(await Promise.all(texts.slice(from, from + 6).map(ask))))
  return answers
}

describe('what is typed into an address never becomes SQL', () => {
  test('there are lists to ask, and enough to ask them', () => {
    expect(strings.length).toBeGreaterThanOrEqual(60)
    expect(asked().map(({ name }) => name)).toEqual(expect.arrayContaining(['q', 'sort', 'after']))
    for (const { name, texts } of asked())
      if (name === 'q') expect(texts.length).toBeGreaterThanOrEqual(60)
  })

  test('no parameter of any list breaks anything or shows anybody else', async () => {
    const unit = await signIn(house.address, 'unit1.drafter')
    const office = await signIn(house.address, holders.administrator ?? '')
    const others = ['unit2.drafter', 'unit2.head'].map((name) => scene.federation.person(name))
    for (const parameter of asked()) {
      for (const { status, body } of await answersTo(unit, parameter)) {
        const told = `${parameter.address} ${parameter.name} ${status}`
        expect(status < 500, told).toBe(true)
        const text = JSON.stringify(body)
        for (const { officialId, fullName } of others)
          expect(text.includes(officialId) || text.includes(fullName), told).toBe(false)
      }
      const few = { ...parameter, texts: parameter.texts.slice(0, 12) }
      for (const { status } of await answersTo(office, few))
        expect(status < 500, `${parameter.address} ${parameter.name} ${status}`).toBe(true)
    }
    const [left] = await scene.sql('select count(*)::int as n from official')
    expect(left?.n).toBeGreaterThan(10)
  }, 180_000)
})

const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '=HYPERLINK("http://x","y")',
  '=cmd|’/c calc’!A1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1)',
  ' =1+1',
  '"=1+1"',
  "'=1+1",
]

test('a name that looks like a formula is text in the workbook, letter by letter', async () => {
  const { federationId, top } = scene.federation
  await scene.sql(
    `insert into official (federation_id, unit_id, unit_path, full_name, sort_name, sex, employment, level, position)
     select $1, $2, 'ht', name, sort, 'F', 'FULL_TIME', 'PROVINCIAL', 'SAFETY_REP'
     from unnest($3::text[], $4::text[]) as n (name, sort)`,
    [federationId, top.id, formulas, formulas.map(givenNameSortKey)],
  )
  const admin = await signIn(house.address, 'admin')
  const reply = await fetch(`${house.address}/api/officials/export.xlsx?position=SAFETY_REP`, {
    headers: { cookie: admin.cookie },
  })
  const workbook = new excel.Workbook()
  await workbook.xlsx.load(await reply.arrayBuffer())
  const names: unknown[] = []
  workbook.worksheets[0]?.eachRow((row, number) => {
    row.eachCell((cell) => expect(cell.type, cell.address).not.toBe(excel.ValueType.Formula))
    if (number > 1) names.push(row.getCell(1).value)
  })
  const sorted = (list: unknown[]) => list.map(String).toSorted((a, b) => (a < b ? -1 : 1))
  expect(sorted(names)).toEqual(sorted(formulas))
})
