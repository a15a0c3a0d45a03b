import { readFileSync } from 'node:fs'

/**
 * The environment with each of `secrets` read from the file that `<NAME>_FILE` names, where NAME
 * itself is not set: a secret in a file is seen neither in `docker inspect` nor by a child process.
 * A name set to nothing counts as not set.
 */
export function withSecretFiles(
  variables: NodeJS.ProcessEnv,
  secrets: readonly string[],
): NodeJS.ProcessEnv {
  const given = Object.entries(variables).filter(([, value]) => value !== '')
  const env: NodeJS.ProcessEnv = Object.fromEntries(given)
  for (const name of secrets) {
    const file = env[`${name}_FILE`]
    const secret = file && !env[name] ? readFileSync(file, 'utf8').trim() : ''
    if (secret) env[name] = secret
  }
  return env
}
