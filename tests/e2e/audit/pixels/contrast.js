// Contrast by WCAG's own measure, of pixels.

const LINEAR = Float64Array.from({ length: 256 }, (_, value) => {
  const part = value / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
})

/** Relative luminance of the pixel that begins at an index. @param {Uint8Array} data @param {number} at */
export const luminance = (data, at) =>
  0.2126 * LINEAR[data[at]] + 0.7152 * LINEAR[data[at + 1]] + 0.0722 * LINEAR[data[at + 2]]

/** From 1 to 21. @param {number} one @param {number} other Relative luminances. */
export const ratio = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)

/**
 * How many pixels differ between two pictures of one place by at least a contrast, and the greatest one.
 * @param {import('./png.js').Picture} before @param {import('./png.js').Picture} after @param {number} least
 */
export function difference(before, after, least) {
  const size = Math.min(before.width * before.height, after.width * after.height)
  let [pixels, greatest] = [0, 1]
  for (let at = 0; at < size; at += 1) {
    const contrast = ratio(luminance(before.data, at * before.channels), luminance(after.data, at * after.channels))
    if (contrast >= least) pixels += 1
    greatest = Math.max(greatest, contrast)
  }
  return { pixels, greatest }
}

/**
 * The greatest contrast between any two pixels of a part of a picture.
 * @param {import('./png.js').Picture} picture
 * @param {{left: number, top: number, right: number, bottom: number}} box
 */
export function contrastWithin(picture, box) {
  let [darkest, lightest] = [1, 0]
  const [left, right] = [Math.max(0, Math.floor(box.left)), Math.min(picture.width, Math.ceil(box.right))]
  const [top, bottom] = [Math.max(0, Math.floor(box.top)), Math.min(picture.height, Math.ceil(box.bottom))]
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const light = luminance(picture.data, (y * picture.width + x) * picture.channels)
      darkest = Math.min(darkest, light)
      lightest = Math.max(lightest, light)
    }
  }
  return ratio(Math.max(darkest, lightest), Math.min(darkest, lightest))
}
