// WCAG 2.3.3, 2.2.2: who asked for less motion gets none.

/** Fails for every animation that runs while less motion is asked for. @type {import('./check.js').Check} */
export const reducedMotion = {
  id: 'reduced-motion',
  title: 'Nothing moves for those who asked for less motion',
  criteria: ['2.2.2', '2.3.3'],
  on: 'arrival',

  async run(page) {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    try {
      return await page.evaluate(async () => {
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
        const animations = document.getAnimations()
        // A step without anything in between shows or hides, and moves nothing.
        const moving = animations.filter(({ effect, playState }) => {
          const { easing, duration } = effect.getComputedTiming()
          const steps = effect.getKeyframes?.().every((frame) => /^step/.test(frame.easing ?? easing))
          return playState === 'running' && duration > 0 && !steps
        })
        const found = moving.map(({ effect, animationName, transitionProperty }) => ({
          target: window.auditor.describe(effect.target),
          why: `${animationName ?? transitionProperty ?? 'an animation'} is running`,
        }))
        return { checked: Math.max(1, animations.length), found }
      })
    } finally {
      await page.emulateMedia({ reducedMotion: null })
    }
  },
}
