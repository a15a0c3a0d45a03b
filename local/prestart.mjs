// Runs before anything is installed: plain Node, no dependency, no TypeScript.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const lockFile = join(root, 'package-lock.json')
const markFile = join(root, 'node_modules', '.installed-lock')
const npmsOwnMark = join(root, 'node_modules', '.package-lock.json')

function giveUp(vi, en) {
  console.error(`\n✗ ${vi}\n  ${en}\n`)
  process.exit(1)
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  giveUp(
    `Cần Node.js 20.19 trở lên; máy này có ${process.versions.node}. Tải tại https://nodejs.org`,
    `Node.js 20.19 or newer is needed; this is ${process.versions.node}. Get it at https://nodejs.org`,
  )
}

const lockMark = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex')

function isInstalled() {
  if (existsSync(markFile)) return readFileSync(markFile, 'utf8') === lockMark()
  // somebody ran npm by hand, after this lockfile came
  return existsSync(npmsOwnMark) && statSync(npmsOwnMark).mtimeMs >= statSync(lockFile).mtimeMs
}

/** npm's own program through this Node: needs no shell, so it works the same on Windows. */
function npm(args) {
  const program = process.env.npm_execpath
  const options = { cwd: root, stdio: 'inherit' }
  if (program?.endsWith('.js')) return spawnSync(process.execPath, [program, ...args], options)
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}

/** `npm ci` empties the folder first: through a link that would be somebody else's. */
function mustBeOurOwnFolder() {
  const folder = dirname(markFile)
  if (!existsSync(folder) || !lstatSync(folder).isSymbolicLink()) return
  giveUp(
    'node_modules là một liên kết tới thư mục khác và không khớp package-lock.json. Hãy cài đặt tại thư mục gốc, hoặc xóa liên kết.',
    'node_modules is a link to another folder and does not match package-lock.json. Install there, or remove the link.',
  )
}

function install() {
  mustBeOurOwnFolder()
  const begun = Date.now()
  console.log('• Cài đặt thư viện (lần đầu khoảng một phút) · Installing dependencies (npm ci)')
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const ended = npm(['ci', '--prefer-offline', ...quiet])
  if (ended.status !== 0) {
    giveUp(
      'Không cài đặt được thư viện. Kiểm tra mạng và dung lượng đĩa rồi chạy lại lệnh này; có thể chạy riêng "npm ci" để xem chi tiết.',
      'The dependencies could not be installed. Check the network and the disk and run this again; "npm ci" alone shows the details.',
    )
  }
  console.log(`✓ Đã cài đặt · Installed  ${((Date.now() - begun) / 1000).toFixed(1)} s`)
}

checkNode()
if (!isInstalled()) install()
if (!existsSync(markFile)) writeFileSync(markFile, lockMark())
