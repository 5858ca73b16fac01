// A line between the browser and the sandbox that breaks while something is being sent over it.
import { connect, createServer } from 'node:net'

/** So much of what is sent gets through before the line breaks. */
const THROUGH_BYTES = 2_000

export class Line {
  #server
  #ends = new Set()
  #broken = 0
  /** What is sent over it when it breaks; nothing, while it holds. @type {string | undefined} */
  #fragile
  /** @type {string} `http://127.0.0.1:PORT` */
  address

  /** Lays one to a sandbox. @param {string} to Its address. */
  static async laid(to) {
    const line = new Line()
    const { hostname, port } = new URL(to)
    line.#server = createServer((browser) => line.#joined(browser, connect(Number(port), hostname)))
    await new Promise((listening) => line.#server.listen(0, hostname, listening))
    line.address = `http://${hostname}:${line.#server.address().port}`
    return line
  }

  /** Breaks whenever a request is sent that begins so, with only a part of it on the other side. @param {string} request */
  breakAt(request) {
    this.#fragile = request
  }

  /** Holds from now on. */
  mend() {
    this.#fragile = undefined
  }

  /** How often it broke. */
  get broken() {
    return this.#broken
  }

  /** Is not used any more. */
  taken() {
    this.#server.close()
    for (const end of this.#ends) end.destroy()
  }

  #joined(browser, sandbox) {
    const broken = () => {
      browser.destroy()
      sandbox.destroy()
    }
    browser.on('data', (sent) => {
      const start = this.#fragile ? sent.indexOf(this.#fragile) : -1
      if (start < 0) return sandbox.write(sent)
      this.#broken += 1
      sandbox.write(sent.subarray(0, start + THROUGH_BYTES), broken)
    })
    sandbox.on('data', (answered) => browser.write(answered))
    for (const end of [browser, sandbox]) {
      this.#ends.add(end)
      end.on('error', broken).on('close', broken)
    }
  }
}
