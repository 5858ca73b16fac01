// WCAG 1.4.12: wider spacing, as some need to read at all, takes nothing away.

import { misfitsWith } from './text_fit.js'

/** The four values of the criterion. */
const SPACING = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`

/** Fails for a text that is cut off, overlaps another, or leaves the window. @type {import('./check.js').Check} */
export const textSpacing = {
  id: 'text-spacing',
  title: 'With wide text spacing no text is cut off or overlaps',
  criteria: ['1.4.12'],
  on: 'arrival',
  run: (page) => misfitsWith(page, SPACING),
}
