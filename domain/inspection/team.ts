import { day, writeDay } from '../grammar/day.ts'
import type { Obstacle } from '../grammar/obstacle.ts'

export const TEAM_ROLES = ['LEAD', 'SECRETARY', 'MEMBER'] as const
export type TeamRole = (typeof TEAM_ROLES)[number]

export type TeamMember = { officialId: string; fullName: string; role: TeamRole }

/** A post somebody holds or held; `until` is null while it is held. */
export type HeldPost = {
  officialId: string
  unitName: string
  unitPath: string
  since: string
  until: string | null
}

export type Inspected = {
  /** Of the unit, and of those that were merged into it: it answers for what they did. */
  unitPaths: readonly string[]
  periodFrom: string
  periodTo: string
}

/** The posts that stand in the way: in the inspected unit or below it, on a day of the period. */
export function conflictsOfInterest(
  posts: readonly HeldPost[],
  { unitPaths, periodFrom, periodTo }: Inspected,
): HeldPost[] {
  return posts.filter(
    (post) =>
      unitPaths.some((path) => isWithin(post.unitPath, path)) &&
      post.since <= periodTo &&
      (post.until === null || post.until >= periodFrom),
  )
}

function isWithin(path: string, top: string): boolean {
  return path === top || path.startsWith(`${top}.`)
}

export type Seating = {
  team: readonly TeamMember[]
  posts: readonly HeldPost[]
  inspected: Inspected
  /** Who holds the role of an inspector today. */
  inspectorIds: ReadonlySet<string>
}

/** One leads, nobody sits twice, all are inspectors, and nobody looks into their own unit. */
export function obstaclesToTeam({ team, posts, inspected, inspectorIds }: Seating): Obstacle[] {
  const leads = team.filter(({ role }) => role === 'LEAD').length
  const conflicts = conflictsOfInterest(posts, inspected)
  return [
    ...(leads === 1 ? [] : [{ code: 'inspection.one-lead-needed', at: '/team' }]),
    ...team.flatMap((member, index): Obstacle[] => {
      const at = `/team/${index}/officialId`
      const name = member.fullName
      if (team.findIndex(({ officialId }) => officialId === member.officialId) < index)
        return [{ code: 'inspection.seated-twice', params: { name }, at }]
      if (!inspectorIds.has(member.officialId))
        return [{ code: 'inspection.not-an-inspector', params: { name }, at }]
      const post = conflicts.find(({ officialId }) => officialId === member.officialId)
      return post ? [conflictOf(name, post, at)] : []
    }),
  ]
}

export function conflictOf(
  name: string,
  { unitName, since, until }: HeldPost,
  at: string,
): Obstacle {
  const code = until ? 'inspection.conflict-of-interest-then' : 'inspection.conflict-of-interest'
  const params = {
    name,
    unitName,
    since: writeDay(day(since)),
    ...(until && { until: writeDay(day(until)) }),
  }
  return { code, params, at }
}
