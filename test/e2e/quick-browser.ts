import { type Browser, findBrowser } from '../../local/browser.ts'

/**
 * The machine's browser, as it is quickest with pages that live for seconds: a page is gone before
 * compiled code pays for its compiling, and nobody sees the fringes of its letters. What a page does
 * and what is kept from it stay as people have them.
 */
export async function quickBrowser(): Promise<Browser> {
  const { executablePath, args } = await findBrowser()
  const scripts = '--js-flags=--no-opt --no-maglev --min-semi-space-size=32'
  return { executablePath, args: [...args, scripts, '--disable-lcd-text'] }
}
