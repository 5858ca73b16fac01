// Puts what the reader prefers on the page before it is painted: one attribute each, as the app does when it is there.
// It stands in the way of painting, so it does no more than that.
try {
  const kept = JSON.parse(localStorage.getItem('muloqot.preferences') ?? '{}')
  for (const [name, value] of Object.entries(kept)) document.documentElement.setAttribute(`data-${name}`, value)
} catch {
  // Nothing is kept here, or nothing that can be read: everything is as usual.
}
