import type { IconName } from '../kit/icon-paths.ts'
import type { Role } from '../../domain/grammar/deed.ts'
import type { shell } from '../../domain/text/vi/shell.ts'

export type RailEntry = {
  path: string
  icon: IconName
  word: Exclude<keyof typeof shell.rail, 'label' | 'waiting' | 'inboxShort' | 'home' | 'more'>
  /** For holders of one of these roles only. */
  of?: readonly Role[]
}

const inspecting: readonly Role[] = [
  'inspectionHead',
  'inspector',
  'committeeLeader',
  'committeeMember',
  'departmentHead',
  'recordsClerk',
  'councilSecretary',
  'councilMember',
  'unitHead',
  'unitDrafter',
]

/** The places of the rail, in their order; those whose pages are not built are left out. */
export const railEntries: readonly RailEntry[] = [
  { path: '/', icon: 'checklist', word: 'inbox' },
  { path: '/me/teaching', icon: 'calendar', word: 'teaching', of: ['lecturer'] },
  { path: '/me/learning', icon: 'user', word: 'learning', of: ['trainee'] },
  { path: '/cycles/$year', icon: 'route', word: 'cycle' },
  { path: '/classes', icon: 'school', word: 'classes' },
  { path: '/inspections', icon: 'shield-check', word: 'inspections', of: inspecting },
  { path: '/rewards', icon: 'award', word: 'rewards' },
  { path: '/officials', icon: 'users', word: 'officials' },
  { path: '/units', icon: 'building-community', word: 'units' },
  { path: '/papers', icon: 'file-text', word: 'papers' },
  { path: '/reports', icon: 'chart-bar', word: 'reports' },
  { path: '/admin', icon: 'settings', word: 'admin', of: ['administrator'] },
]

/** How many stand in the phone's bottom bar before "Thêm". */
export const onPhone = 4
