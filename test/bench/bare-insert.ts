import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { fullForm } from './consultation-content.ts'
import type { Consultation, WaitingAnswer } from './waiting-answers.ts'

type Table = { name: string; columns: readonly string[]; rows: readonly (readonly unknown[])[] }

export type BareInsert = { insert(answer: WaitingAnswer): Promise<void>; close(): Promise<void> }

/** The rows of a signature as anybody would write them with `pg`, knowing them beforehand. */
export function openBareInsert(ownerUrl: string, of: Consultation): BareInsert {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 16 })
  return {
    async insert(answer) {
      const client = await pool.connect()
      try {
        await client.query('begin')
        for (const table of rowsOf(answer, of)) await client.query(...insertOf(table))
        await client.query(
          `update answer set state = 'SUBMITTED', submitted_at = now(), is_late = false, version = 1,
             comment_count = 12, revision = revision + 1 where id = $1`,
          [answer.answerId],
        )
        await client.query(
          `update task set done_at = clock_timestamp(), done_by = $2
           where kind = 'feedback.sign' and object_id = $1 and done_at is null`,
          [answer.answerId, of.federation.person(answer.head).officialId],
        )
        await client.query('commit')
      } finally {
        client.release()
      }
    },
    close: () => pool.end(),
  }
}

function insertOf({ name, columns, rows }: Table): [string, unknown[]] {
  const width = columns.length
  const tuples = rows.map(
    (_, row) => `(${columns.map((__, at) => `$${row * width + at + 1}`).join(', ')})`,
  )
  return [`insert into ${name} (${columns.join(', ')}) values ${tuples.join(', ')}`, rows.flat()]
}

function rowsOf(answer: WaitingAnswer, { federation, roundId, plans }: Consultation): Table[] {
  const { answerId, unitId } = answer
  const { federationId, person } = federation
  const signer = person(answer.head)
  const drafter = person(answer.head.replace('.head', '.drafter'))
  const form = fullForm(plans)
  const written = JSON.stringify(form)
  const hash = createHash('sha256').update(written).digest('hex')
  const part = [answerId, 1, federationId, unitId]
  const partColumns = ['answer_id', 'version', 'federation_id', 'unit_id']
  const comments = Object.values(form.comments)
  const requests = Object.values(form.targetRequests)
  const key = randomUUID()
  const facts = JSON.stringify({ number: answer.number, comments: 12, version: 1, isLate: false })
  return [
    {
      name: 'command',
      columns: [
        'key',
        'federation_id',
        'account_id',
        'route',
        'deed',
        'input',
        'input_sha256',
        'trace',
        'reply',
        'done_at',
      ],
      rows: [
        [
          key,
          federationId,
          signer.accountId,
          'post /answers',
          'answer.signed',
          JSON.stringify({ answerId }),
          hash,
          'bench',
          facts,
          new Date(),
        ],
      ],
    },
    {
      name: 'answer_version',
      columns: [...partColumns, 'form', 'content_sha256', 'signed_by', 'is_late'],
      rows: [[...part, written, hash, signer.officialId, false]],
    },
    {
      name: 'stance',
      columns: [...partColumns, 'plan_id', 'stance', 'remark'],
      rows: Object.entries(form.stances).map(([plan, { stance, remark }]) => [
        ...part,
        plan,
        stance,
        remark,
      ]),
    },
    {
      name: 'comment',
      columns: [
        ...partColumns,
        'round_id',
        'plan_id',
        'position',
        'place_kind',
        'place_code',
        'kind',
        'text',
        'suggested_text',
      ],
      rows: comments.map((each, at) => [
        ...part,
        roundId,
        each.planId,
        at + 1,
        each.placeKind,
        each.placeCode,
        each.kind,
        each.text,
        each.suggestedText,
      ]),
    },
    {
      name: 'target_request',
      columns: [
        ...partColumns,
        'round_id',
        'plan_id',
        'target_code',
        'assigned',
        'requested',
        'reason',
        'particularity',
        'feasibility',
        'commitment',
      ],
      rows: requests.map((each) => [
        ...part,
        roundId,
        each.planId,
        each.targetCode,
        100,
        each.requested,
        each.reason,
        each.particularity,
        each.feasibility,
        each.commitment,
      ]),
    },
    {
      name: 'letter',
      columns: ['federation_id', 'official_id', 'event_key', 'text_key', 'params', 'link'],
      rows: [
        [
          federationId,
          drafter.officialId,
          `bench/${key}`,
          'feedback.letters.signed',
          facts,
          '/cycles/2027/feedback',
        ],
      ],
    },
    {
      name: 'register_entry',
      columns: [
        'federation_id',
        'account_id',
        'official_id',
        'actor_name',
        'role',
        'deed',
        'object_type',
        'object_id',
        'unit_id',
        'facts',
        'content_sha256',
        'trace',
        'key',
      ],
      rows: [
        [
          federationId,
          signer.accountId,
          signer.officialId,
          signer.fullName,
          'unitHead',
          'answer.signed',
          'answer',
          answerId,
          unitId,
          facts,
          hash,
          'bench',
          key,
        ],
      ],
    },
  ]
}
