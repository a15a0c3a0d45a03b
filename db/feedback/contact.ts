import type { Tx } from '../database.ts'
import type { RoundRow } from './round.ts'

export type Contact = { name: string; phone: string }

/** The federation's own help, which units call where a round names nobody. */
export async function usualContact(tx: Tx, federationId: string): Promise<Contact | null> {
  const help = await tx
    .selectFrom('federation')
    .select(['helpName', 'helpPhone'])
    .where('id', '=', federationId)
    .executeTakeFirst()
  return help?.helpName ? { name: help.helpName, phone: help.helpPhone ?? '' } : null
}

export async function contactOf(tx: Tx, round: RoundRow): Promise<Contact | null> {
  const { contactName: name, contactPhone: phone } = round
  if (name !== null && phone !== null) return { name, phone }
  return usualContact(tx, round.federationId)
}

/** What a letter says of it; nothing where nobody is named. */
export function helpFacts(contact: Contact | null): Record<string, string> {
  return contact ? { help: 'named', helpName: contact.name, helpPhone: contact.phone } : {}
}
