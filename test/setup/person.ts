import { type Person, signIn as signInWith } from '../../local/signed-in.ts'
import { password } from './small-federation.ts'

/** Everyone in the tests has the same password. */
export function signIn(address: string, username: string): Promise<Person> {
  return signInWith(address, { username: username.toLowerCase(), password })
}

export type { Person } from '../../local/signed-in.ts'
