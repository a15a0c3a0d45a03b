import { inject } from 'vitest'
import { untilProductIsOpen } from './wanted-product.ts'

if (!process.env.PRODUCT_URL) await untilProductIsOpen(inject('productDataDir'))
