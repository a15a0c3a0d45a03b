import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** How the tests of a product and whoever starts it speak to each other, in its folder. */
export const files = { wanted: 'wanted', told: 'told' }

/** Asks for the product and waits until it is open; what kept it from starting is thrown. */
export async function untilProductIsOpen(dataDir: string): Promise<void> {
  const told = join(dataDir, files.told)
  writeFileSync(join(dataDir, files.wanted), '')
  while (!existsSync(told)) await pause(100)
  const words = readFileSync(told, 'utf8')
  if (words) throw new Error(words)
}
