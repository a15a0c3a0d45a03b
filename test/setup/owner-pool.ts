import pg from 'pg'

/** The owner of a test's own database, to look and arrange behind the product's back. */
export function ownerPool(ownerUrl: string, max = 2): pg.Pool {
  const pool = new pg.Pool({
    connectionString: ownerUrl,
    max,
    allowExitOnIdle: true,
    // its days begin when the product's do
    options: '-c timezone=Asia/Ho_Chi_Minh',
  })
  // a pool that was ended lets its connections go a moment later, when the database may be dropped
  pool.on('error', () => undefined)
  return pool
}
