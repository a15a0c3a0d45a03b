import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import express, { type Response, Router } from 'express'

const aYear = 365 * 24 * 3600

/** The built web app: hashed files for a year, the page itself with a fresh nonce each time. */
export function webApp(folder: string): Router {
  const router = Router()
  const file = join(folder, 'index.html')
  const send = (res: Response) => {
    // read each time: the first start builds it while the API already does the demo's deeds
    const page = existsSync(file) ? readFileSync(file, 'utf8') : null
    if (!page)
      return void res.status(503).type('text').send('The web app is not built. Run: npm run build')
    res
      .set('cache-control', 'no-cache')
      .type('html')
      .send(page.replaceAll('__NONCE__', String(res.locals.nonce)))
  }
  router.get(['/', '/index.html'], (_, res) => send(res))
  router.use('/assets', precompressed(join(folder, 'assets')))
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), {
      index: false,
      immutable: true,
      maxAge: aYear * 1000,
      fallthrough: false,
    }),
  )
  router.use(express.static(folder, { index: false, dotfiles: 'ignore' }))
  router.get('/{*path}', (_, res) => send(res))
  return router
}

/** The build leaves `.br` and `.gz` beside each file; Express compresses nothing by itself. */
function precompressed(folder: string): Router {
  const router = Router()
  router.get(/^\/[\w.-]+\.(js|css|svg)$/, (req, res, next) => {
    const encoding = req.acceptsEncodings('br', 'gzip')
    const ending = encoding === 'br' ? '.br' : encoding === 'gzip' ? '.gz' : ''
    if (!ending || !existsSync(join(folder, req.path + ending))) return next()
    res.type(req.path.slice(req.path.lastIndexOf('.')))
    res.set({
      'content-encoding': encoding || 'identity',
      vary: 'accept-encoding',
      'cache-control': `public, max-age=${aYear}, immutable`,
    })
    res.sendFile(req.path.slice(1) + ending, {
      root: folder,
      headers: { 'content-type': String(res.get('content-type')) },
    })
  })
  return router
}
