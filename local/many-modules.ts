import { isBuiltin } from 'node:module'
import type { Plugin } from 'esbuild'

/** Libraries of hundreds of small modules, of which we use few: reading them is half of a start. */
const many = /^(better-auth|kysely|zod|zod-openapi)(\/|$)/

/** What such a library asks for comes with it; every other library stays where npm put it. */
export const bundleManyModules: Plugin = {
  name: 'many modules',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
      if (kind === 'entry-point') return undefined
      const isAsked = many.test(path) || importer.includes('node_modules')
      const isOfNode = isBuiltin(path) || path.includes(':')
      return isAsked && !isOfNode ? undefined : { path, external: true }
    })
  },
}
