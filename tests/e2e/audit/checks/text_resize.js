// WCAG 1.4.4: text twice as big, without any other zoom, takes nothing away.

import { misfitsWith } from './text_fit.js'

/**
 * Fails for a text that is cut off, overlaps another, or leaves the window. At 320 px the window is that of 400 % zoom
 * already, so that it is asked on the wide one. @type {import('./check.js').Check}
 */
export const textResize = {
  id: 'text-resize',
  title: 'With text at 200 % no text is cut off or overlaps',
  criteria: ['1.4.4'],
  on: 'arrival',
  appliesTo: ({ width }) => width > 320,
  run: (page) => misfitsWith(page, 'html { font-size: 200% !important }'),
}
