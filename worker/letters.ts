import { createTransport } from 'nodemailer'
import type { Logger } from 'pino'
import type { Db, Tx } from '../db/database.ts'
import { inEachFederation } from '../db/federations.ts'
import { markFailed, markSent, type OutgoingLetter, takeLetters } from '../db/outgoing.ts'
import { sayLetter } from '../domain/text/say-letter.ts'
import { vi } from '../domain/text/vi.ts'
import { keepDoing } from './loop.ts'

type Post = (letter: OutgoingLetter) => Promise<void>
type Sending = { db: Db; smtpUrl: string | null; publicUrl: string; log: Logger }

/** Empties the outbox. Without SMTP a letter is only shown: in the bell and on the mailbox page. */
export function startLetters({ db, smtpUrl, publicUrl, log }: Sending) {
  const post = smtpUrl ? bySmtp(smtpUrl, publicUrl) : async () => undefined
  return keepDoing({
    name: 'letters',
    everyMs: 1_000,
    log,
    async once() {
      const sent = await inEachFederation(db, 'letters', (tx) => sendPage(tx, post))
      return sent.some((count) => count > 0)
    },
  })
}

async function sendPage(tx: Tx, post: Post): Promise<number> {
  const letters = await takeLetters(tx)
  const sent: string[] = []
  for (const letter of letters) {
    try {
      await post(letter)
      sent.push(letter.id)
    } catch (error) {
      await markFailed(tx, letter.id, error instanceof Error ? error.message : String(error))
    }
  }
  await markSent(tx, sent)
  return sent.length
}

function bySmtp(smtpUrl: string, publicUrl: string): Post {
  const transport = createTransport(smtpUrl, { from: `no-reply@${new URL(publicUrl).hostname}` })
  return async ({ id, email, textKey, params, link }) => {
    if (!email || email.length > 254) return
    const { title, body } = sayLetter(vi, { textKey, params })
    await transport.sendMail({
      to: email,
      // The same letter sent again after a lost answer carries the same name.
      messageId: `<${id}@${new URL(publicUrl).hostname}>`,
      subject: title,
      text: `${body}\n\n${publicUrl}${link}`,
    })
  }
}
