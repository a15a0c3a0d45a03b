import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { format } from 'oxfmt'
import { inProject } from './project.ts'

const options = [
  '--dialect',
  'postgres',
  '--camel-case',
  '--numeric-parser',
  'number',
  '--date-parser',
  'string',
  '--type-mapping',
  '{"int8":"bigint","ltree":"string","timestamptz":"string"}',
  '--exclude-pattern',
  'public.kysely*',
]

/** The text of db/generated.ts for a migrated database. */
export async function databaseTypes(ownerUrl: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'training-types-'))
  const file = join(folder, 'generated.ts')
  const program = inProject('node_modules/kysely-codegen/dist/cli/bin.js')
  execFileSync(process.execPath, [program, ...options, '--url', ownerUrl, '--out-file', file])
  const types = readFileSync(file, 'utf8')
  rmSync(folder, { recursive: true })
  const style = { semi: false, singleQuote: true, printWidth: 100 }
  return (await format(file, types, style)).code
}
