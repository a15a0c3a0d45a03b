import { fold } from '../../domain/grammar/text.ts'

/** 'Đỗ Quang Khải' signs in as `khai.dq`: the given name, then the initials of the rest. */
export function usernameOf(fullName: string): string {
  const words = fold(fullName).split(' ')
  const rest = words.slice(0, -1).map((word) => word.slice(0, 1))
  return [words.at(-1), rest.join('')].filter(Boolean).join('.')
}

/** Gives each name a user name of its own: the second `lan.nt` becomes `lan.nt2`. */
export function usernameGiver(): (fullName: string) => string {
  const taken = new Map<string, number>()
  return (fullName) => {
    const wish = usernameOf(fullName)
    const holders = (taken.get(wish) ?? 0) + 1
    taken.set(wish, holders)
    return holders === 1 ? wish : `${wish}${holders}`
  }
}
