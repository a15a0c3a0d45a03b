import { z } from 'zod'
import { runToEnd } from './command.ts'
import { inPlainWords, PlainFailure } from './plain-failure.ts'
import { dist, inProject } from './project.ts'

const report = z.object({
  firstStart: z.boolean(),
  /** With DEMO=none: the link with which the first administrator makes the account, once. */
  firstAdministratorLink: z.string().nullish(),
  persons: z.array(z.object({ username: z.string(), name: z.string(), role: z.string() })),
  password: z.string().nullish(),
})
export type Prepared = z.infer<typeof report>

/**
 * Migrates and loads the demo's facts in a process of its own, which alone works as owner; tells
 * when the tables are there, since processes may start beside the loading of the facts.
 */
export async function prepareDatabase(
  env: NodeJS.ProcessEnv,
  program: readonly string[] = ['--enable-source-maps', dist('prepare.js')],
  whenMigrated: () => void = () => undefined,
): Promise<Prepared> {
  const hear = (output: string) => {
    if (/^migrated$/m.test(output)) whenMigrated()
  }
  const { code, output } = await runToEnd(process.execPath, program, {
    env,
    cwd: inProject(),
    hear,
  })
  const line = output.trim().split('\n').at(-1) ?? ''
  if (code === 0) return report.parse(JSON.parse(line))
  const said = output.slice(-3000)
  throw (
    inPlainWords(said) ??
    new PlainFailure(
      `${said}\nKhông chuẩn bị được cơ sở dữ liệu (xem ở trên).`,
      'The database could not be prepared (see above).',
    )
  )
}
