import { setTimeout as pause } from 'node:timers/promises'

async function describe(address: string, namespace: string): Promise<true> {
  const { Connection } = await import('@temporalio/client')
  const connection = await Connection.connect({ address, connectTimeout: 1_000 })
  try {
    const within = Date.now() + 1_000
    await connection.withDeadline(within, () =>
      connection.workflowService.describeNamespace({ namespace }),
    )
    return true
  } finally {
    await connection.close()
  }
}

/** Whether the server at this address serves this namespace. */
export function namespaceAnswers(address: string, namespace: string): Promise<boolean> {
  const asked = describe(address, namespace).catch(() => false)
  return Promise.race([asked, pause(3_000, false, { ref: false })])
}
