// Reads the pictures that Chromium takes: PNG, 8 bits a channel, RGB or RGBA, not interlaced.
import { inflateSync } from 'node:zlib'

/**
 * @typedef {object} Picture
 * @property {number} width
 * @property {number} height
 * @property {number} channels 3 or 4.
 * @property {Uint8Array} data Row by row.
 */

/** @param {Buffer} png @returns {Picture} */
export function decode(png) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const [depth, kind, interlaced] = [png[24], png[25], png[28]]
  const channels = { 2: 3, 6: 4 }[kind]
  if (depth !== 8 || !channels || interlaced) throw new Error(`a PNG of kind ${kind}, depth ${depth} is not read here`)
  const chunks = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') chunks.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return { width, height, channels, data: unfiltered(inflateSync(Buffer.concat(chunks)), width * channels, height, channels) }
}

/** Undoes the filters of PNG (§ 9.2), each of which says a byte by those left of it and above. */
function unfiltered(raw, stride, height, channels) {
  const data = new Uint8Array(stride * height)
  for (let row = 0; row < height; row += 1) {
    const filter = raw[row * (stride + 1)]
    const from = row * (stride + 1) + 1
    const to = row * stride
    for (let x = 0; x < stride; x += 1) {
      const left = x < channels ? 0 : data[to + x - channels]
      const above = row === 0 ? 0 : data[to + x - stride]
      const corner = row === 0 || x < channels ? 0 : data[to + x - stride - channels]
      data[to + x] = raw[from + x] + [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter]
    }
  }
  return data
}

function paeth(left, above, corner) {
  const guess = left + above - corner
  const [byLeft, byAbove, byCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  if (byLeft <= byAbove && byLeft <= byCorner) return left
  return byAbove <= byCorner ? above : corner
}
