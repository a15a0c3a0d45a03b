import { sql } from 'kysely'
import { day, dayOfInstant, yearOf } from '../../domain/grammar/day.ts'
import { type AllowedAction, allowedActions } from '../../domain/grammar/deed.ts'
import { papersDeeds as deeds } from '../../domain/papers/deeds.ts'
import { numberAfter, obstaclesToTakingNumber, writeNumber } from '../../domain/papers/number.ts'
import type { DeskView } from '../../domain/papers/papers.contract.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'

type Row = {
  approvalId: string
  planId: string
  planYear: number
  title: string
  signer: string
  signedAt: string
  paperId: string | null
  number: number | null
  issuedOn: string | null
  issuingBody: string
  lastNumber: number | null
  lastIssuedOn: string | null
  unitsToSend: number
  unitsToAnswer: number
}

type Desk = {
  today: string
  waiting: DeskView[]
  seriesToOpen: number | null
  allowedActions: AllowedAction[]
}

/** What waits for the records clerk, with the number each plan would get today. */
export async function deskOf(entered: Entered): Promise<Desk> {
  const { tx, at, caller } = entered
  const year = yearOf(dayOfInstant(at))
  const { rows } = await sql<Row>`
    select a.id as approval_id, p.id as plan_id, p.plan_year, p.title, s.signer_name as signer,
      s.signed_at, r.id as paper_id, r.number, r.issued_on, f.symbol as issuing_body,
      n.last_number, last.issued_on as last_issued_on,
      (select count(*)::integer from unit where level = 'IMMEDIATE_UPPER' and valid_to is null) as units_to_send,
      (select count(distinct c.unit_id)::integer from comment c
        where c.plan_id = p.id and c.withdrawn_at is null) as units_to_answer
    from approval a
    join plan p on p.id = a.plan_id
    join signature s on s.approval_id = a.id
    join federation f on f.id = a.federation_id
    left join paper r on r.approval_id = a.id and r.state = 'NUMBERED'
    left join number_series n on n.federation_id = f.id and n.issuing_body = f.symbol
      and n.doc_type = 'KH' and n.series_year = ${year}
    left join lateral (
      select max(issued_on) as issued_on from paper
      where federation_id = f.id and issuing_body = f.symbol and doc_type = 'KH' and series_year = ${year}
    ) last on true
    where a.state = 'SIGNED'
    order by s.signed_at, a.id`.execute(tx)
  // Numbers go in the order of the signatures: each plan gets the one after the one before it.
  const ahead = (index: number) => rows.slice(0, index).filter((row) => !row.paperId).length
  const waiting = rows.map((row, index) => deskView(entered, row, ahead(index)))
  return {
    today: dayOfInstant(at),
    waiting,
    seriesToOpen: await seriesToOpen(tx),
    allowedActions: allowedActions([deeds.seriesOpened], caller, {}),
  }
}

/** The year the clerk's own task names, while it waits. */
async function seriesToOpen(tx: Tx): Promise<number | null> {
  const { rows } = await sql<{ year: number | null }>`
    select min((params->>'seriesYear')::integer) as year from task
    where kind = 'papers.openSeries' and done_at is null`.execute(tx)
  return rows[0]?.year ?? null
}

function deskView({ caller, at }: Entered, row: Row, ahead: number): DeskView {
  const { number, issuingBody, lastNumber, lastIssuedOn, ...view } = row
  const today = dayOfInstant(at)
  const obstacles = obstaclesToTakingNumber({
    issuedOn: today,
    today,
    signedOn: dayOfInstant(row.signedAt),
    lastIssuedOn: lastIssuedOn ? day(lastIssuedOn) : null,
  })
  const state = row.paperId ? 'NUMBERED' : 'SIGNED'
  return {
    ...view,
    number: writeNumber(number ?? numberAfter(lastNumber) + ahead, 'KH', issuingBody),
    obstacles: row.paperId
      ? []
      : obstacles.map(({ code, params }) => ({ code, ...(params && { params: { ...params } }) })),
    allowedActions: allowedActions([deeds.numbered, deeds.issued, deeds.voided], caller, { state }),
  }
}
