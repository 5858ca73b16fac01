// A reference server of its own for whoever asks for one, with faults on demand.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

const START_MS = 20_000

/**
 * A fault that some requests suffer; see `sandbox/src/faults/rule.rs`.
 * @typedef {object} Fault
 * @property {string} [method]
 * @property {string} path Under `/api/v1`; `*` is one segment, `**` any number.
 * @property {number} [delay_ms]
 * @property {number} [status]
 * @property {number} [retry_after] In seconds.
 * @property {'html' | 'cut' | 'garbage' | 'empty'} [body]
 * @property {boolean} [after_write]
 * @property {number} [times]
 */

/**
 * The address that a server says last when it starts.
 * @param {import('node:child_process').ChildProcess} server @param {number} patience In milliseconds.
 * @returns {Promise<string>}
 */
export function addressIn(server, patience) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the server did not start in time')), patience)
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
    createInterface({ input: server.stdout }).on('line', (line) => {
      if (!line.startsWith('http://')) return
      clearTimeout(late)
      resolve(line.trim())
    })
  })
}

export class Sandbox {
  #process
  /** @type {string} `http://127.0.0.1:PORT` */
  address

  constructor(process, address) {
    this.#process = process
    this.address = address
  }

  /**
   * Starts one with the seeded consultations, in memory.
   * @param {{moment?: Date}} [options] What time it is there. It stands still, so that no consultation closes at midnight
   *   in the middle of a test.
   */
  static async start({ moment = new Date() } = {}) {
    const now = moment.toISOString().replace(/\.\d+/, '')
    const child = spawn(
      process.env.MULOQOT_SANDBOX,
      [
        ...['serve', '--port', '0', '--database', ':memory:', '--seed-if-empty', '--seed', '1'],
        ...['--faults', '--comments-per-minute', '1000', '--now', now, '--dist', process.env.MULOQOT_DIST],
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    return new Sandbox(child, await addressIn(child, START_MS))
  }

  async stop() {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve))
    this.#process.kill('SIGTERM')
    await ended
  }

  /** Puts these faults in the place of all others. @param {...Fault} faults */
  async suffer(...faults) {
    const rules = faults.map((fault) => ({ ...fault, path: `/api/v1${fault.path}` }))
    await this.#control('PUT', '/faults', rules)
  }

  async recover() {
    await this.#control('DELETE', '/faults')
  }

  async endAllSessions() {
    await this.#control('POST', '/faults/expire-sessions')
  }

  /** Stops the clock at a moment. Only for a sandbox of one's own. @param {Date} now */
  async stopClockAt(now) {
    await this.#control('PUT', '/clock', { now: now.toISOString() })
  }

  /** What a visitor reads at a path of the contract. @param {string} path */
  async read(path) {
    const response = await fetch(`${this.address}/api/v1${path}`)
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    return response.json()
  }

  /** A whole list of the contract, page after page. @param {string} path */
  async readAll(path) {
    const items = []
    let cursor = ''
    do {
      const mark = path.includes('?') ? '&' : '?'
      const page = await this.read(`${path}${mark}limit=50${cursor}`)
      items.push(...page.items)
      cursor = page.next_cursor ? `&cursor=${encodeURIComponent(page.next_cursor)}` : ''
    } while (cursor)
    return items
  }

  /** Every comment of a consultation, replies too. @param {string} consultation */
  async thread(consultation) {
    const top = await this.readAll(`/consultations/${consultation}/comments?sort=oldest`)
    const answered = top.filter((comment) => comment.counts.replies > 0)
    const replies = await Promise.all(
      answered.map((comment) => this.readAll(`/comments/${comment.id}/replies`)),
    )
    return [...top, ...replies.flat()]
  }

  async #control(method, path, body) {
    const response = await fetch(`${this.address}/api/v1${path}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`)
  }
}
