// Goes to the end of wasm-bindgen's glue (`glue::with_pieces`), whose `wasm` is what the app exports: a piece works on the
// memory of the app, on its stack, and calls through its table of functions. The loader fetches and checks it.
const workingPieces = new Map()

// One file takes it under the name that it has where pieces are joined, another under that of the tool that splits.
// A file that two pieces share begins only once, or it would write what it begins with over what the app has made of it.
function beginPiece(module) {
  if (!workingPieces.has(module)) {
    const app = {
      memory: wasm.memory,
      __indirect_function_table: wasm.__indirect_function_table,
      __stack_pointer: wasm.__stack_pointer,
    }
    workingPieces.set(module, WebAssembly.instantiate(module, { app, __wasm_split: app }))
  }
  return workingPieces.get(module)
}

// Tells the app whether the piece is there, by calling it back; whatever goes wrong here must not stop the app.
async function fetchPiece(name, callback, data) {
  let isThere = false
  try {
    for (const module of await muloqotPiece(name)) await beginPiece(module)
    isThere = true
  } catch (error) {
    console.error(error)
  }
  wasm.__indirect_function_table.get(callback)(data, isThere)
}
