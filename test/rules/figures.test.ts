import { describe, expect, it } from 'vitest'
import type { BoardCell } from '../../domain/feedback/board-counts.contract.ts'
import {
  countsByKind,
  countsBySuperior,
  countsOfCells,
  narrowedCells,
} from '../../domain/feedback/board-figures.ts'
import {
  type Disposed,
  DISPOSITION_KINDS,
  isDisposed,
  progressOf,
} from '../../domain/revision/disposition.ts'
import { opinionCounts } from '../../domain/revision/opinion-counts.ts'
import { opinionFigures } from '../../domain/revision/opinion-figures.ts'
import { requestFigures } from '../../domain/revision/request-figures.ts'
import type { CommentRow } from '../../domain/revision/views.contract.ts'
import { fc, test } from './properties.ts'

const someone = '00000000-0000-4000-8000-000000000001'
type Place = Pick<CommentRow, 'placeKind' | 'placeCode'>
const placesSeen: readonly Place[] = [
  { placeKind: 'CLAUSE', placeCode: 'II.3' },
  { placeKind: 'TARGET', placeCode: 'T5' },
  { placeKind: 'LINE', placeCode: 'L01' },
  { placeKind: 'GENERAL', placeCode: null },
]

/** Any comments with what became of them; a merged one may name any other. */
const anyComments = fc
  .array(
    fc.record({
      at: fc.constantFrom(...placesSeen),
      disposition: fc.option(fc.constantFrom(...DISPOSITION_KINDS)),
      head: fc.nat(30),
      answered: fc.boolean(),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((rows) => {
    const ledger = new Map(
      rows.map(({ disposition, head, answered }, index): [string, Disposed | null] => [
        `c${index}`,
        disposition && {
          disposition,
          explanation: null,
          mergedInto: disposition === 'MERGED' ? `c${head % rows.length}` : null,
          forwardedTo: disposition === 'FORWARDED' ? someone : null,
          forwardedAnswer: answered ? 'Đã bố trí.' : null,
        },
      ]),
    )
    const comments = rows.map(({ at, disposition }, index) => ({
      ...at,
      round: 1,
      id: `c${index}`,
      disposition: disposition && { disposition },
      isDisposed: isDisposed(`c${index}`, ledger),
    }))
    return { ledger, comments }
  })

type Given = (typeof anyComments extends fc.Arbitrary<infer T> ? T : never)['comments']
const cellsOf = (comments: Given) =>
  comments.map(({ disposition, isDisposed: isDone }) => ({
    kind: 'PROPOSAL',
    disposition: disposition && disposition.disposition,
    isDisposed: isDone,
    count: 1,
  }))
const figuresOf = (comments: Given) => opinionFigures(opinionCounts(cellsOf(comments)))

describe('opinions by place', () => {
  test.prop([anyComments])('add up to the totals of the page', ({ ledger, comments }) => {
    const { total, disposed, byDisposition } = progressOf(ledger)
    const counts = opinionCounts(cellsOf(comments))
    expect(counts).toMatchObject({ total, open: total - disposed })
    const decided = Object.values(counts.byDisposition).reduce((sum, count) => sum + count, 0)
    expect(decided + counts.undecided).toBe(total)
    expect(counts.byKind).toEqual({ PROPOSAL: total })
    const figures = opinionFigures(counts)
    expect(figures).toMatchObject({
      total,
      open: total - disposed,
      accepted: byDisposition.ACCEPTED,
      partly: byDisposition.PARTLY,
      notAccepted: byDisposition.NOT_ACCEPTED,
    })
    const { accepted, partly, notAccepted, other, open } = figures
    expect(accepted + partly + notAccepted + other + open).toBe(total)
  })

  test.prop([anyComments])('each comment counts at one place', ({ comments }) => {
    const places = placesSeen.map(({ placeCode }) =>
      figuresOf(comments.filter((comment) => comment.placeCode === placeCode)),
    )
    for (const key of ['accepted', 'partly', 'notAccepted', 'other', 'open', 'total'] as const)
      expect(places.reduce((sum, each) => sum + each[key], 0)).toBe(figuresOf(comments)[key])
  })
})

describe('what units ask for against what was assigned', () => {
  const share = (unitId: string, consulted: number | null, value = consulted ?? 0) => ({
    unitId,
    unitName: unitId,
    value,
    consulted,
    lastYearDone: null,
  })
  const row = (unitId: string, assigned: number, requested: number) => ({
    id: `r ${unitId}`,
    unitId,
    unitName: unitId,
    assigned,
    requested,
  })
  const asked = (...[unitId, assigned, requested]: Parameters<typeof row>) => ({
    ...row(unitId, assigned, requested),
    targetCode: 'T5',
  })
  // what was granted to Bến Trúc since then is carried by the industrial parks
  const target = {
    code: 'T5',
    headline: 11_480,
    shares: [share('benTruc', 1_150, 860), share('kcn', 9_400, 9_690), share('yTe', 930)],
  }

  it('is told by unit, and for the headline as if all of it were granted', () => {
    const requests = [asked('benTruc', 1_150, 860), asked('yTe', 930, 1_000)]
    expect(
      requestFigures(target, [...requests, { ...asked('kcn', 1, 2), targetCode: 'T6' }]),
    ).toEqual({
      units: [
        { ...row('benTruc', 1_150, 860), difference: -290 },
        { ...row('yTe', 930, 1_000), difference: 70 },
      ],
      others: 9_400,
      assigned: 11_480,
      requested: 11_260,
      headline: 11_480,
      beyond: -220,
    })
  })

  it('a unit that came into the plan later stands with what it has now', () => {
    const later = { ...target, shares: [...target.shares, share('moi', null, 40)] }
    expect(requestFigures(later, [asked('benTruc', 1_150, 860)]).others).toBe(9_400 + 930 + 40)
  })
})

describe('who has not answered', () => {
  const anyCell = fc
    .record({
      kind: fc.constantFrom('WARD_UNION', 'COMMUNE_UNION', 'GRASSROOTS_UNION'),
      above: fc.option(fc.constantFrom('Công đoàn phường Bến Trúc', 'LĐLĐ TP Hà Thanh')),
      notOpened: fc.nat(50),
      read: fc.nat(50),
      writing: fc.nat(50),
      spoke: fc.nat(50),
      silent: fc.nat(50),
      inTime: fc.nat(50),
      late: fc.nat(50),
      excused: fc.nat(50),
      requests: fc.nat(9),
    })
    .map(({ above, inTime, ...cell }): BoardCell => {
      const open = cell.notOpened + cell.read + cell.writing
      const sent = inTime + cell.late
      return {
        ...cell,
        open,
        sent,
        overdue: 0,
        asking: 0,
        comments: sent,
        units: open + sent + cell.excused + cell.spoke + cell.silent,
        above: above === null ? null : { id: above, name: above },
      }
    })
  const cellsOf = fc.array(anyCell, { maxLength: 12 })
  const keys = ['units', 'sent', 'late', 'open', 'spoke', 'silent', 'excused'] as const

  test.prop([cellsOf])('the kinds add up to the head of the page', (cells) => {
    const total = countsOfCells(cells)
    for (const key of keys)
      expect(countsByKind(cells).reduce((sum, { counts }) => sum + counts[key], 0)).toBe(total[key])
    expect(total.sent + total.open + total.spoke + total.silent + total.excused).toBe(total.units)
  })

  test.prop([cellsOf])(
    'the superiors add up to all that stand below one, most waited for first',
    (cells) => {
      const below = countsOfCells(cells.filter(({ above }) => above !== null))
      const superiors = countsBySuperior(cells)
      for (const key of keys)
        expect(superiors.reduce((sum, { counts }) => sum + counts[key], 0)).toBe(below[key])
      const waited = superiors.map(({ counts }) => counts.open + counts.silent)
      expect(waited).toEqual(waited.toSorted((a, b) => b - a))
    },
  )

  test.prop([cellsOf])('a number is that of the list it opens', (cells) => {
    for (const { kind, counts } of countsByKind(cells))
      expect(countsOfCells(narrowedCells(cells, { kind }))).toEqual(counts)
    for (const { id, counts } of countsBySuperior(cells))
      expect(countsOfCells(narrowedCells(cells, { above: id }))).toEqual(counts)
    expect(narrowedCells(cells, {})).toEqual(cells)
  })
})
