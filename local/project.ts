import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

/** The folder of package.json, wherever the command was typed. */
export const root = fileURLToPath(new URL('..', import.meta.url))

export const inProject = (...path: string[]): string => join(root, ...path)

export const dist = (...path: string[]): string => inProject('dist', ...path)
