// Starts the gallery. A file of its own because the page's policy allows no inline script.
import start from './muloqot-gallery.js'

await start({ module_or_path: new URL('muloqot-gallery_bg.wasm', import.meta.url) })
