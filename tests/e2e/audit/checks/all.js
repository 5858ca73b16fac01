// Every check of our own: what engines do not look at.
import { contextKeptByFocus, contextKeptByInput } from './context_kept.js'
import { focusAppearance, focusVisible } from './focus_visible.js'
import { focusKept } from './focus_kept.js'
import { focusNotObscured, focusWhollySeen } from './focus_obscured.js'
import { focusOrder } from './focus_order.js'
import { forcedColours } from './forced_colours.js'
import { hoverAlone } from './hover_alone.js'
import { labelInName } from './label_in_name.js'
import { languageOfText } from './language_of_text.js'
import { noMedia } from './media.js'
import { noKeyboardTrap, reachedByTab } from './keyboard_trap.js'
import { oneHeading } from './one_heading.js'
import { readingOrder } from './reading_order.js'
import { reducedMotion } from './reduced_motion.js'
import { reflow } from './reflow.js'
import { statusMessage } from './status_message.js'
import { targetsOf24, targetsOf44 } from './targets.js'
import { textResize } from './text_resize.js'
import { textSpacing } from './text_spacing.js'
import { uniqueIds } from './unique_ids.js'

/** @type {import('./check.js').Check[]} */
export const CHECKS = [
  ...[oneHeading, uniqueIds, languageOfText, labelInName, targetsOf24, targetsOf44],
  ...[focusKept, statusMessage, contextKeptByInput, contextKeptByFocus, noMedia],
  ...[reachedByTab, noKeyboardTrap, focusOrder, focusVisible, focusAppearance, focusNotObscured, focusWhollySeen],
  ...[readingOrder, reflow, textSpacing, textResize, hoverAlone, reducedMotion, forcedColours],
]
