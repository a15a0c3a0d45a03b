import { afterEach } from 'vitest'
import { cleanup } from '@testing-library/react'

// happy-dom draws nothing: these three answer what a window at rest would answer
class RestingObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

const atRest = { addEventListener() {}, removeEventListener() {}, dispatchEvent: () => false }

Object.defineProperty(document, 'fonts', { value: { ...atRest, ready: Promise.resolve() } })
globalThis.ResizeObserver ??= RestingObserver
globalThis.matchMedia ??= (media: string) => ({
  ...atRest,
  media,
  matches: false,
  onchange: null,
  addListener() {},
  removeListener() {},
})
Element.prototype.scrollIntoView ??= () => undefined

afterEach(cleanup)
