import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PlainFailure } from './plain-failure.ts'
import { onPath } from './temporal-cli.ts'

export type Browser = { executablePath: string; args: string[] }

const commands = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]

const macPrograms = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

function windowsPrograms(): string[] {
  const { PROGRAMFILES, LOCALAPPDATA } = process.env
  const roots = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA]
  const places = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
  return roots.flatMap((root) => (root ? places.map((place) => join(root, place)) : []))
}

function ofThisMachine(): string | undefined {
  const found = commands.map(onPath).find((file) => file !== undefined)
  const known = process.platform === 'win32' ? windowsPrograms() : macPrograms
  return found ?? known.find((file) => existsSync(file))
}

function plainArgs(): string[] {
  // Chromium's own sandbox refuses to run for root, which is what containers are
  return process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : []
}

/** CHROMIUM, then a browser of the machine, then the one carried inside an npm package. */
export async function findBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM
  if (named && !existsSync(named)) {
    throw new PlainFailure(
      `CHROMIUM trỏ tới một tệp không có: ${named}`,
      `CHROMIUM names a file that does not exist: ${named}`,
    )
  }
  const installed = named ?? ofThisMachine()
  if (installed) return { executablePath: installed, args: plainArgs() }
  if (process.platform === 'linux' && process.arch === 'x64') return carriedBrowser()
  throw new PlainFailure(
    'Không tìm thấy trình duyệt. Hãy cài Chrome, Chromium hoặc Edge, hoặc đặt CHROMIUM là đường dẫn tới trình duyệt.',
    'No browser was found. Install Chrome, Chromium or Edge, or set CHROMIUM to the path of one.',
  )
}

// its defaults are for scraping in a function of 2 GB; our tests want the browser's protections as
// people have them, and a process of its own for each of the persons who work side by side
const unwanted = new Set([
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--single-process',
  '--no-zygote',
])

async function carriedBrowser(): Promise<Browser> {
  const { default: chromium } = await import('@sparticuz/chromium')
  // nothing of ours is drawn by WebGL, and a graphics card imitated by the processor is slow
  chromium.setGraphicsMode = false
  const args = chromium.args.filter((arg) => !unwanted.has(arg))
  return { executablePath: await chromium.executablePath(), args: [...args, '--disable-gpu'] }
}
