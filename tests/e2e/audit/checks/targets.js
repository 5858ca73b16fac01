// WCAG 2.5.8 and 2.5.5: what is pressed is big enough to hit, 24 px at least and 44 px where it can be had.
//
// The exceptions that are taken, by their names in WCAG:
// - inline: a link within a sentence is as high as its line.
// - equivalent: a control that a bigger one does the same as, such as a box whose label is pressed too, counts with it.
// - spacing (24 px only): a smaller one whose circle of 24 px touches no other target's.
// - hidden until focused: a skip link has no size while no pointer can see it.

const measureTargets = (page) =>
  page.evaluate(() => {
    const isInSentence = (element) => {
      if (getComputedStyle(element).display !== 'inline') return false
      const block = element.parentElement.closest('p, li, dd, td, figcaption, blockquote')
      if (!block) return false
      const around = block.textContent.replace(element.textContent, '').trim()
      return around.length > 1
    }
    const union = (boxes) => {
      const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))]
      const [right, bottom] = [Math.max(...boxes.map((box) => box.right)), Math.max(...boxes.map((box) => box.bottom))]
      return { left, top, right, bottom, width: right - left, height: bottom - top }
    }
    const hitArea = (element) => {
      const labels = element.matches('[type=checkbox], [type=radio]') ? [...(element.labels ?? [])] : []
      return union([element, ...labels].map((it) => it.getBoundingClientRect()))
    }
    // A link that is stretched over its card by a pseudo-element is hit there.
    const stretched = (element) => {
      const after = getComputedStyle(element, '::after')
      if (after.content === 'none' || after.position !== 'absolute') return null
      for (let it = element; it; it = it.parentElement) {
        if (getComputedStyle(it).position !== 'static') return it.getBoundingClientRect()
      }
      return null
    }
    const targets = window.auditor
      .pressable()
      .filter((element) => getComputedStyle(element).pointerEvents !== 'none')
      .map((element) => {
        const box = stretched(element) ?? hitArea(element)
        return {
          target: window.auditor.describe(element),
          isInline: isInSentence(element),
          isAway: box.bottom + scrollY <= 0 || box.right <= 0,
          width: box.width,
          height: box.height,
          x: box.left + box.width / 2,
          y: box.top + box.height / 2,
        }
      })
    return targets.filter(({ isAway }) => !isAway)
  })

const ROUNDING = 0.5
const isSmaller = ({ width, height }, least) => width < least - ROUNDING || height < least - ROUNDING
const size = ({ width, height }) => `${width.toFixed(1)} × ${height.toFixed(1)} px`
const isCrowded = (target, targets) =>
  targets.some((other) => other !== target && Math.hypot(other.x - target.x, other.y - target.y) < 24)

/** Fails below 24 × 24 px, unless inline or apart from all others. @type {import('./check.js').Check} */
export const targetsOf24 = {
  id: 'targets-of-24-px',
  title: 'Targets are 24 px high and wide, or apart from others',
  criteria: ['2.5.8'],
  on: 'state',

  async run(page) {
    const targets = (await measureTargets(page)).filter(({ isInline }) => !isInline)
    const found = targets
      .filter((target) => isSmaller(target, 24) && isCrowded(target, targets))
      .map((target) => ({ target: target.target, why: `${size(target)}, and another target is close` }))
    return { checked: targets.length, found }
  },
}

/** Fails below 44 × 44 px, unless inline. @type {import('./check.js').Check} */
export const targetsOf44 = {
  id: 'targets-of-44-px',
  title: 'Targets are 44 px high and wide',
  criteria: ['2.5.5'],
  on: 'state',

  async run(page) {
    const targets = (await measureTargets(page)).filter(({ isInline }) => !isInline)
    const found = targets
      .filter((target) => isSmaller(target, 44))
      .map((target) => ({ target: target.target, why: size(target) }))
    return { checked: targets.length, found }
  },
}
