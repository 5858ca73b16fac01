// Puts what the reader prefers on the page before it is painted, one attribute each, and again when it changes in another
// tab. It stands in the way of painting, so it does no more than that; the panel itself is a part of the app.
const KEY = 'muloqot.preferences'
let names = []

function show() {
  const root = document.documentElement
  for (const name of names) root.removeAttribute(name)
  try {
    const kept = Object.entries(JSON.parse(localStorage.getItem(KEY)) ?? {})
    for (const [name, value] of kept) root.setAttribute(`data-${name}`, value)
    names = kept.map(([name]) => `data-${name}`)
  } catch {
    // Nothing is kept here, or nothing that can be read: everything is as usual.
  }
}

addEventListener('storage', ({ key }) => {
  if (key === KEY || key === null) show()
})
show()
