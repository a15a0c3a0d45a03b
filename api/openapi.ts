import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import express, { Router } from 'express'
import { z } from 'zod'
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi'
import { isDoing, type Route } from '../domain/grammar/route.ts'
import { accountPaths } from './account-paths.ts'
import { problem } from './errors.ts'

/** /api/openapi.json, made of the contracts themselves, and /api/docs to read it. */
export function openApiRoutes(routes: readonly Route[]): Router {
  const router = Router()
  const found = { document: null as string | null }
  router.get('/openapi.json', (_, res) => {
    found.document ??= JSON.stringify(documentOf(routes))
    res.type('json').send(found.document)
  })
  const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  router.get('/docs', (req, res) => {
    if (!req.originalUrl.endsWith('/')) return res.redirect(301, `${req.baseUrl}/docs/`)
    res.type('html').send(docsPage)
  })
  router.get('/docs/start.js', (_, res) => {
    res.type('js').send(docsStart)
  })
  router.use('/docs', express.static(swagger, { index: false }))
  return router
}

function documentOf(routes: readonly Route[]) {
  const paths: ZodOpenApiPathsObject = { ...accountPaths }
  for (const route of routes) {
    const path = `/api${route.path.replaceAll(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [route.method]: operationOf(route) }
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'The training year',
      version: '1',
      description: 'Refusals are problem+json; see Problem.',
    },
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'training.session_token' },
      },
    },
    security: [{ session: [] }],
    paths,
  })
}

function operationOf(route: Route): ZodOpenApiOperationObject {
  const refused = {
    description: 'Refused',
    content: { 'application/problem+json': { schema: problem } },
  }
  return {
    summary: route.summary,
    description: isDoing(route)
      ? `Done by: ${route.deed.by.join(', ')}. Recorded as \`${route.deed.name}\`.`
      : `Read by: ${typeof route.by === 'string' ? route.by : route.by.join(', ')}.`,
    requestParams: {
      ...(route.params && { path: route.params }),
      ...(route.query && { query: route.query }),
      ...(isDoing(route) && { header: headersOf(route.revision === true) }),
    },
    ...(route.body && { requestBody: { content: { 'application/json': { schema: route.body } } } }),
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: route.reply } } },
      default: refused,
    },
  }
}

function headersOf(hasRevision: boolean) {
  const key = { 'Idempotency-Key': z.uuid() }
  return z.object(hasRevision ? { ...key, 'If-Match': z.string() } : key)
}

const docsPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>API</title>
<link rel="stylesheet" href="swagger-ui.css"></head><body><div id="ui"></div>
<script src="swagger-ui-bundle.js"></script><script src="start.js"></script></body></html>`
const docsStart = `SwaggerUIBundle({ url: '../openapi.json', dom_id: '#ui' })`
