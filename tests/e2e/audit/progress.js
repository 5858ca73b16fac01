// How far the audit is, for a person who waits.

const WIDTH = 24
/** Where nobody watches, a line every so many parts of the whole is enough. */
const PARTS = 10

export class Progress {
  #whole
  #done = 0
  #failed = 0
  #told = 0
  #began = Date.now()

  /** @param {number} whole How many jobs there are. */
  constructor(whole) {
    this.#whole = whole
  }

  /** @param {boolean} hasFailed */
  step(hasFailed) {
    this.#done += 1
    if (hasFailed) this.#failed += 1
    const part = Math.floor((this.#done / this.#whole) * PARTS)
    if (process.stdout.isTTY) process.stdout.write(`\r${this.#line()}\u001b[K`)
    else if (part > this.#told) console.log(this.#line())
    this.#told = part
    if (process.stdout.isTTY && this.#done === this.#whole) process.stdout.write('\n')
  }

  #line() {
    const filled = Math.round((this.#done / this.#whole) * WIDTH)
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled)
    const left = ((Date.now() - this.#began) / this.#done) * (this.#whole - this.#done)
    return `${bar} ${this.#done} of ${this.#whole} · ${this.#failed} with failures · ${inWords(left)} left`
  }
}

/** @param {number} milliseconds */
export function inWords(milliseconds) {
  const seconds = Math.round(milliseconds / 1000)
  if (seconds < 100) return `${seconds} s`
  return seconds < 6000 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`
}
