import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import type { Answer, ProblemBody } from '../../../local/signed-in.ts'

export type Sent = {
  method: string
  path: string
  headers: Record<string, string>
  body?: string | Buffer
}
export type Heard = Answer & { ms: number }

const agent = new Agent({ keepAlive: true, maxSockets: 8 })

/** Sends what `fetch` would refuse to send; rejects when the door hangs up without a word. */
export function send(address: string, { method, path, headers, body }: Sent): Promise<Heard> {
  const begun = performance.now()
  const { hostname, port } = new URL(address)
  return new Promise((resolve, reject) => {
    // node leaves the length out where a method seldom has a body
    const length = { 'content-length': String(Buffer.byteLength(body ?? '')) }
    const asking = request(
      { agent, hostname, port, method, path: `/api${path}`, headers: { ...length, ...headers } },
      (reply) => {
        const parts: Buffer[] = []
        reply.on('data', (part: Buffer) => parts.push(part))
        reply.on('error', reject)
        reply.on('end', () =>
          resolve({
            ...answer(reply.statusCode ?? 0, reply.headersDistinct, Buffer.concat(parts)),
            ms: performance.now() - begun,
          }),
        )
      },
    )
    asking.on('error', reject)
    asking.end(body)
  })
}

function answer(status: number, raw: NodeJS.Dict<string[]>, bytes: Buffer): Answer {
  const headers = new Headers(
    Object.entries(raw).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    ),
  )
  const isJson = headers.get('content-type')?.includes('json') && bytes.length > 0
  const body: unknown = isJson ? JSON.parse(bytes.toString()) : bytes.toString()
  return { status, headers, body, problem: body as ProblemBody }
}

/** The status of what is no proper request at all; 0 when the line is only closed. */
export function sendBytes(address: string, bytes: string): Promise<number> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve) => {
    const line = connect(Number(port), hostname, () => line.end(bytes, 'latin1'))
    let heard = ''
    line.setTimeout(10_000, () => line.destroy())
    line.on('data', (part: Buffer) => (heard += part.toString('latin1')))
    line.on('error', () => undefined)
    line.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(heard)?.[1] ?? 0)))
  })
}
