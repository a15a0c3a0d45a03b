import { beforeAll, describe, expect, test } from 'vitest'
import { buildWeb } from '../../local/build-web.ts'
import { mostFiles, mostKilobytes, weigh, weighLookUp, type Weights } from '../bench/page-weight.ts'

let weights: Weights
beforeAll(async () => {
  await buildWeb()
  weights = weigh()
})

/** People open this over a telephone's line, in an office at the edge of the province. */
describe('what a page weighs', () => {
  test('the door opens with 220 KB of script', () => {
    expect(weights.door.kilobytes).toBeGreaterThan(100)
    expect(weights.door.kilobytes).toBeLessThanOrEqual(mostKilobytes.door)
  })

  test('each page behind it takes 60 KB at most', () => {
    expect(weights.pages.length).toBeGreaterThan(40)
    expect(weights.pages.filter(({ kilobytes }) => kilobytes > mostKilobytes.page)).toEqual([])
  })

  test('the door is six files, and each page behind it asks for eight more at most', () => {
    expect(weights.door.files).toBeLessThanOrEqual(mostFiles.door)
    expect(weights.pages.filter(({ files }) => files > mostFiles.page)).toEqual([])
  })

  test('a certificate is looked up with 15 KB and without a script', () => {
    const { page, kilobytes } = weighLookUp()
    expect(kilobytes).toBeLessThanOrEqual(mostKilobytes.lookUp)
    expect(page).not.toMatch(/<script|\son\w+=|javascript:/i)
  })
})
