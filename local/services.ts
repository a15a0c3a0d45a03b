import { existsSync, mkdirSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import type { Closing } from './closing.ts'
import { PlainFailure } from './plain-failure.ts'
import { createDatabases } from './postgres-roles.ts'
import type { DatabaseUrls } from './postgres-roles.ts'
import { startPostgres } from './postgres.ts'
import type { Settings } from './settings.ts'
import type { Steps } from './steps.ts'
import { namespaceAnswers } from './temporal-client.ts'
import { startTemporal } from './temporal.ts'
import { together } from './together.ts'

export type Services = DatabaseUrls & { temporalAddress: string; temporalUi?: string }

const adoptedRemark = ({ adopted }: { adopted: boolean }) =>
  adopted ? 'dùng lại máy chủ còn chạy · kept a running server' : undefined

const leastFreeBytes = 300e6

function mustHaveRoom(folder: string): void {
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize > leastFreeBytes) return
  throw new PlainFailure(
    `Ổ đĩa gần đầy (${folder}): cần ít nhất 300 MB trống.`,
    `The disk is nearly full (${folder}): at least 300 MB are needed.`,
  )
}

async function ownTemporal(address: string, settings: Settings): Promise<Partial<Services>> {
  if (await namespaceAnswers(address, settings.temporalNamespace)) return {}
  throw new PlainFailure(
    `Máy chủ Temporal tại ${address} không trả lời, hoặc không có namespace "${settings.temporalNamespace}". Kiểm tra TEMPORAL_ADDRESS và TEMPORAL_NAMESPACE.`,
    `The Temporal server at ${address} does not answer, or has no namespace "${settings.temporalNamespace}". Check TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE.`,
  )
}

export type Surroundings = { settings: Settings; steps: Steps; closing: Closing }

async function openDatabase({ settings, steps, closing }: Surroundings): Promise<DatabaseUrls> {
  if (settings.database) return settings.database
  const dataDir = join(settings.dataDir, 'postgres')
  const open = async () => {
    const server = await startPostgres({ dataDir })
    await closing.add({ part: 'postgresql', stop: server.stop })
    return { ...server, urls: await createDatabases(server) }
  }
  return (await steps('Cơ sở dữ liệu · PostgreSQL', open, adoptedRemark)).urls
}

type TemporalPlace = Pick<Services, 'temporalAddress' | 'temporalUi'>

async function openTemporal({ settings, steps, closing }: Surroundings): Promise<TemporalPlace> {
  const name = 'Tiến trình dài ngày · Temporal'
  const { temporalAddress, temporalNamespace: namespace } = settings
  if (temporalAddress) {
    await steps(name, () => ownTemporal(temporalAddress, settings))
    return { temporalAddress }
  }
  const open = async () => {
    const dbFile = join(settings.dataDir, 'temporal', 'temporal.db')
    const server = await startTemporal({ dbFile, namespace })
    await closing.add({ part: 'temporal', stop: server.stop })
    return server
  }
  const server = await steps(name, open, adoptedRemark)
  const ui = server.uiAddress ? { temporalUi: server.uiAddress } : {}
  return { temporalAddress: server.address, ...ui }
}

/** The two servers everything stands on, at once: ours, or those the settings name. */
export async function openServices(around: Surroundings): Promise<Services> {
  const { dataDir } = around.settings
  if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true })
  mustHaveRoom(dataDir)
  const [urls, temporal] = await together(openDatabase(around), openTemporal(around))
  return { ...urls, ...temporal }
}
