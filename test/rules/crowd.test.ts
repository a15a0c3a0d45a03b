import { expect, test } from 'vitest'
import { openCrowd } from '../../api/crowd.ts'

/** So many pieces of work that end when they are told to, and how many of them have begun. */
function held(count: number, begin: (work: () => Promise<void>) => Promise<void>) {
  let begun = 0
  const ends: (() => void)[] = []
  const work = () => {
    begun += 1
    return new Promise<void>((resolve) => ends.push(resolve))
  }
  const all = Array.from({ length: count }, () => begin(work))
  return {
    begun: () => begun,
    async end() {
      // whoever waited begins when another has ended
      for (let next = ends.shift(); next; next = ends.shift()) {
        next()
        await new Promise(setImmediate)
      }
      await Promise.all(all)
    },
  }
}
const knock = (crowd: ReturnType<typeof openCrowd>) => crowd.atDoor(() => Promise.resolve('in'))
const crowded = { code: 'grammar.crowded', retryAfterSeconds: expect.any(Number) }

test('two passwords are hashed at once, so that those who are inside keep a processor', async () => {
  const crowd = openCrowd()
  const door = held(5, (work) => crowd.atDoor(work))
  await new Promise(setImmediate)
  expect(door.begun()).toBe(2)
  await door.end()
  expect(door.begun()).toBe(5)
})

test('forty may wait at the door; the next one is told to come again', async () => {
  const crowd = openCrowd()
  const door = held(40, (work) => crowd.atDoor(work))
  await expect(knock(crowd)).rejects.toMatchObject(crowded)
  await door.end()
  expect(await knock(crowd)).toBe('in')
})

test('while thirty-two are inside nobody is let in, and whoever fails inside has left', async () => {
  const crowd = openCrowd()
  const inside = held(31, (work) => crowd.inside(work))
  expect(await knock(crowd)).toBe('in')
  const last = held(1, (work) => crowd.inside(work))
  await expect(knock(crowd)).rejects.toMatchObject(crowded)
  await last.end()
  await expect(crowd.inside(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused')
  expect(await knock(crowd)).toBe('in')
  await inside.end()
})
