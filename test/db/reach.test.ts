import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asPerson, type Entered } from '../../db/context.ts'
import { boardOf, everyBoardRow } from '../../db/feedback/board.ts'
import { everyOfficialOf, officialsOf } from '../../db/federation/officials.ts'
import { officialsQuery } from '../../domain/federation/officials.contract.ts'
import { boardQuery } from '../../domain/feedback/board.contract.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import type { SmallFederation } from '../setup/small-federation.ts'
import { aRound, type Round } from './feedback-round.ts'

/** trust.md, properties 11 to 13: whatever the tree and the posts, a person sees what is theirs. */
const seed = Number(process.env.SEED ?? dayOfInstant(new Date()).replaceAll('-', ''))
const runs = 12
const deepest = 6

type Wish = {
  above: number[]
  people: number[]
  posts: { at: number; role: string; hasEnded: boolean }[]
  move: [number, number]
}
const aWorld: fc.Arbitrary<Wish> = fc.record({
  /** Of each further unit the one above it, among those before it. */
  above: fc.array(fc.nat(), { minLength: 10, maxLength: 40 }),
  people: fc.array(fc.nat({ max: 2 }), { minLength: 10, maxLength: 40 }),
  posts: fc.array(
    fc.record({
      at: fc.nat(),
      role: fc.constantFrom('unitDrafter', 'unitHead'),
      hasEnded: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  move: fc.tuple(fc.nat(), fc.nat()),
})
type Node = {
  id: string
  aboveId: string
  path: string
  depth: number
  people: string[]
  answerId: string
}
type World = { nodes: Node[]; posts: { id: string; node: Node; hasEnded: boolean }[] }

let round: Round
let me: ReturnType<SmallFederation['person']>
beforeAll(async () => {
  round = await aRound({ unitCount: 1 })
  me = round.federation.person('unit1.drafter')
})
afterAll(() => round?.close())

const unitsAbove = (wish: Wish, top: Node): Node[] => {
  const nodes = [top]
  for (const [n, choice] of wish.above.entries()) {
    const open = nodes.filter(({ depth }) => depth < deepest)
    const above = open[choice % open.length] ?? top
    const path = `${above.path}.n${n}`
    nodes.push({
      id: randomUUID(),
      aboveId: above.id,
      path,
      depth: above.depth + 1,
      people: [],
      answerId: randomUUID(),
    })
  }
  return nodes.slice(1)
}

/** The tree, its people, the person's posts, and an answer of each unit in the round. */
async function build(wish: Wish): Promise<World> {
  const { federation, roundId } = round
  const root = `${federation.top.path}.r${randomUUID().replaceAll('-', '').slice(0, 8)}`
  const top = { id: federation.top.id, path: root, depth: 1, aboveId: '', people: [], answerId: '' }
  const nodes = unitsAbove(wish, top)
  for (const [n, node] of nodes.entries()) {
    await round.sql(
      `insert into unit (id, federation_id, parent_id, code, name, level, kind, path, symbol, valid_from)
       values ($1, $2, $3, $4, $5, $6, 'WARD_UNION', $7::ltree, 'LĐLĐ', '2025-07-01')`,
      [
        node.id,
        federation.federationId,
        node.aboveId,
        node.path,
        `Công đoàn Rừng ${n}`,
        node.depth === 2 ? 'IMMEDIATE_UPPER' : 'GRASSROOTS',
        node.path,
      ],
    )
    await round.sql(
      `insert into answer (id, federation_id, round_id, unit_id, unit_path, number) values ($1, $2, $3, $4, $5::ltree, $6)`,
      [node.answerId, federation.federationId, roundId, node.id, node.path, `GY-${node.answerId}`],
    )
    for (let person = 0; person < (wish.people[n] ?? 0); person += 1)
      node.people.push(await peopled(node))
  }
  await round.sql('delete from role_grant where official_id = $1', [me.officialId])
  const posts = []
  for (const { at, role, hasEnded } of wish.posts) {
    const node = nodes[at % nodes.length]
    if (!node) continue
    const { rows } = await round.sql(
      `insert into role_grant (federation_id, official_id, role, unit_id, since, until)
       values ($1, $2, $3, $4, '2025-07-01', $5) returning id`,
      [federation.federationId, me.officialId, role, node.id, hasEnded ? '2026-01-01' : null],
    )
    posts.push({ id: String(rows[0]?.id), node, hasEnded })
  }
  return { nodes, posts }
}

async function peopled({ id, path }: Pick<Node, 'id' | 'path'>): Promise<string> {
  const officialId = randomUUID()
  await round.sql(
    `insert into official (id, federation_id, unit_id, unit_path, full_name, sort_name, sex, birth_year, employment, level, position)
     values ($1, $2, $3, $4::ltree, 'Rừng Thị Lá', 'lá', 'F', 1980, 'PART_TIME', 'GRASSROOTS', 'MEMBER')`,
    [officialId, round.federation.federationId, id, path],
  )
  return officialId
}

const isWithin = (path: string, of: string) => `${path}.`.startsWith(`${of}.`)
/** What the person may see, reckoned from the posts alone. */
const reached = ({ nodes, posts }: World) =>
  nodes.filter(({ path }) =>
    posts.some(({ node, hasEnded }) => !hasEnded && isWithin(path, node.path)),
  )

const asMe = <T>(work: (entered: Entered) => Promise<T>) => asPerson(round.db, me.accountId, work)
const everybody = officialsQuery.parse({})
const called = officialsQuery.parse({ q: 'rung thi la' })
const onBoard = boardQuery.parse({ status: 'all', size: 100 })

/** The same people by every way there is to them: list, count, search, workbook, the bare table. */
async function peopleISee() {
  return asMe(async (entered) => {
    const listed: string[] = []
    for await (const row of everyOfficialOf(entered, everybody)) listed.push(row.officialId)
    const found = await officialsOf(entered, called)
    const bare = await entered.tx.selectFrom('official').select('id').orderBy('id').execute()
    const { total } = await officialsOf(entered, everybody)
    return {
      listed: without(listed),
      total: (total ?? 0) - Number(listed.includes(me.officialId)),
      found: without(found.officials.map(({ officialId }) => officialId)),
      bare: without(bare.map(({ id }) => id)),
    }
  })
}
const without = (ids: string[]) => ids.filter((id) => id !== me.officialId).toSorted()

async function answersISee() {
  return asMe(async (entered) => {
    const board = await boardOf(entered, { ...onBoard, planYear: 2027 })
    const book = await everyBoardRow(entered.tx, { ...onBoard, planYear: 2027 })
    const bare = await entered.tx.selectFrom('answer').select('id').execute()
    return {
      board: board.rows.map(({ answerId }) => answerId).toSorted(),
      counted: board.found,
      book: book.map(({ answerId }) => answerId).toSorted(),
      bare: bare.map(({ id }) => id).toSorted(),
    }
  })
}

async function expectMine(world: World): Promise<void> {
  const mine = reached(world)
  const people = mine.flatMap((node) => node.people).toSorted()
  expect(await peopleISee()).toEqual({
    listed: people,
    total: people.length,
    found: people,
    bare: people,
  })
  const answers = mine.map(({ answerId }) => answerId).toSorted()
  expect(await answersISee()).toEqual({
    board: answers,
    counted: answers.length,
    book: answers,
    bare: answers,
  })
}

describe('in any tree, with any posts', () => {
  const worlds = fc.sample(aWorld, { numRuns: runs, seed })

  test.each(worlds.map((wish, n) => [n, wish] as const))(
    `world %i of seed ${seed}`,
    async (_, wish) => {
      const world = await build(wish)
      await expectMine(world)

      // what happens elsewhere changes not a byte of what is seen
      const seen = JSON.stringify([await peopleISee(), await answersISee()])
      const mine = reached(world)
      for (const node of world.nodes.filter((each) => !mine.includes(each)).slice(0, 3))
        node.people.push(await peopled(node))
      expect(JSON.stringify([await peopleISee(), await answersISee()])).toBe(seen)

      // a branch that moves takes with it who may see it
      const [what, where] = wish.move.map((n) => world.nodes[n % world.nodes.length])
      if (what && where && !isWithin(where.path, what.path)) {
        await moved(world, what, where)
        await expectMine(world)
      }

      // a post that ends is gone at the next question
      for (const post of world.posts.filter(({ hasEnded }) => !hasEnded)) {
        await round.sql(`update role_grant set until = current_date - 1 where id = $1`, [post.id])
        post.hasEnded = true
        await expectMine(world)
      }
      expect(reached(world)).toEqual([])
    },
  )
})

async function moved({ nodes }: World, what: Node, where: Node): Promise<void> {
  const { accountId } = round.federation.person('admin')
  await asPerson(round.db, accountId, ({ tx }) =>
    sql`select move_unit(${what.id}::uuid, ${where.id}::uuid)`.execute(tx),
  )
  const was = what.path
  for (const node of nodes.filter(({ path }) => isWithin(path, was)))
    node.path = `${where.path}.${[was.split('.').at(-1), node.path.slice(was.length + 1)].filter(Boolean).join('.')}`
}
