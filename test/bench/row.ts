/** What is promised of a row: how its figure stands to the least that the same work can cost. */
export type Row = {
  name: string
  unit: string
  goal: number
  /** A share of the floor's throughput is to be reached, a multiple of its time not to be passed. */
  goalIs: 'atLeast' | 'atMost'
  /** What the floor is, in a few words; without one the goal is for people's patience. */
  floorIs: string | null
}

export type Measured = { figure: number; floor: number | null; beside?: string }

export type Result = {
  name: string
  figure: number
  floor: number | null
  unit: string
  ratio: number
  goal: number
  met: boolean
}

export type Passes = {
  figure(): Promise<number>
  floor: (() => Promise<number>) | null
}

const rounds = 3

/** Three rounds, the figure beside its floor in each, so that both meet the same machine. */
export async function interleaved({ figure, floor }: Passes): Promise<Measured> {
  const figures: number[] = []
  const floors: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    if (floor) floors.push(await floor())
    figures.push(await figure())
  }
  return { figure: median(figures), floor: floor ? median(floors) : null }
}

/**
 * One piece of work as figure and as floor in turn, many times over: what makes one piece of work
 * slow on a busy machine meets both alike, which a whole pass after the other does not.
 */
export async function inTurn(
  times: number,
  percent: number,
  { figure, floor }: Record<'figure' | 'floor', (time: number) => Promise<unknown>>,
): Promise<Measured> {
  const took = { figure: [] as number[], floor: [] as number[] }
  for (let time = 0; time < times; time += 1) {
    took.floor.push(await timed(() => floor(time)))
    took.figure.push(await timed(() => figure(time)))
  }
  return { figure: percentile(took.figure, percent), floor: percentile(took.floor, percent) }
}

export function resultOf(row: Row, { figure, floor }: Measured): Result {
  const ratio = figure / (floor ?? row.goal)
  const limit = floor === null ? 1 : row.goal
  const met = row.goalIs === 'atLeast' ? ratio >= limit : ratio <= limit
  const { name, unit, goal } = row
  return {
    name,
    figure: rounded(figure),
    floor: floor && rounded(floor),
    unit,
    ratio: rounded(ratio),
    goal,
    met,
  }
}

/** Whether a ratio is worse than the one kept by more than a quarter. */
export function isWorse(row: Row, ratio: number, kept: number): boolean {
  return row.goalIs === 'atLeast' ? ratio < kept / 1.25 : ratio > kept * 1.25
}

export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)
  return sorted[at] ?? Number.NaN
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** How often a thing is done in a second by `clients` who each begin the next when one is done. */
export async function perSecond<T>(
  clients: number,
  things: readonly T[],
  work: (thing: T) => Promise<unknown>,
): Promise<number> {
  const ms = await timed(() => byMany(clients, things, work))
  return (things.length / ms) * 1000
}

export async function byMany<T>(
  clients: number,
  things: readonly T[],
  work: (thing: T) => Promise<unknown>,
): Promise<void> {
  const waiting = [...things]
  const client = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: clients }, client))
}

const rounded = (value: number): number => Number(value.toPrecision(4))
