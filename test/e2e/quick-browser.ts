import { type Browser, findBrowser } from '../../local/browser.ts'

const quick = [
  '--js-flags=--no-opt --no-maglev --always-sparkplug --min-semi-space-size=32',
  '--process-per-site',
  '--disable-lcd-text',
]

/**
 * The machine's browser, as it is quickest with pages that live for seconds: a page is gone before
 * compiled code pays for its compiling, the next one needs no process of its own, and nobody sees
 * the fringes of its letters. What a page does and what is kept from it stay as people have them.
 */
export async function quickBrowser(): Promise<Browser> {
  const { executablePath, args } = await findBrowser()
  return { executablePath, args: [...args, ...quick] }
}
