import { asPerson } from '../../db/context.ts'
import { sheetOfAnswer } from '../../db/feedback/answer-sheet.ts'
import { storedSlice } from '../../db/files/stored.ts'
import { uploadById } from '../../db/files/upload-row.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { cappedPerKey } from '../capped.ts'
import { type House, type Mounting, readFor, type SetApart } from '../mount.ts'
import { sendSheet } from '../xlsx.ts'
import { readBook } from './read.ts'
import { writeAnswerSheet } from './write.ts'

/** At most two workbooks are made or read at once in a process. */
const inTurn = cappedPerKey(2)

export function mountAnswerSheet({ house, router, mounted }: Mounting): void {
  const route = routes.sheet
  mounted.push(route)
  router.get(route.path, async (req, res) => {
    const sheet = await readFor(house, route, { req, res }, (entered, { params }) =>
      sheetOfAnswer(entered, params.answerId),
    )
    sendSheet(res, await inTurn('sheets', () => writeAnswerSheet(sheet)))
  })
}

/** The workbook, read outside any transaction; whether it may be taken in is judged inside. */
export const readAnswerBook: SetApart = async (input, { house, session }) => {
  // parsed by the route's own schema
  const { uploadId } = (input as { body: { uploadId: string } }).body
  const bytes = await bytesOf(house, session.accountId, uploadId)
  if (!bytes) return { input, apart: {} }
  return { input, apart: { answerBook: await inTurn('sheets', () => readBook(bytes)) } }
}

/** Of one's own upload; nobody else's is there. */
function bytesOf({ db }: House, accountId: string, uploadId: string): Promise<Buffer | null> {
  return asPerson(db, accountId, async ({ tx }) => {
    const upload = await uploadById(tx, uploadId)
    if (!upload) return null
    if (!upload.kept) throw new Refusal('files.not-whole', 'wrong-state')
    const { kind, sha256, size } = upload.kept
    if (kind !== 'xlsx') throw new Refusal('feedback.sheet-wrong-kind', 'invalid')
    return storedSlice(tx, sha256, { from: 0, length: size })
  })
}
