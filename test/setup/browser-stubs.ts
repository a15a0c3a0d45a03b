import { afterEach, vi } from 'vitest'
import { cleanup } from '@testing-library/react'

// happy-dom draws nothing: these three answer what a window at rest would answer
class RestingObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

const atRest = { addEventListener() {}, removeEventListener() {}, dispatchEvent: () => false }

Object.defineProperty(document, 'fonts', {
  value: { ...atRest, ready: Promise.resolve() },
  configurable: true,
})
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

// the files of a lane share their modules: what one has drawn, and a clock it has stopped, ends with it
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
