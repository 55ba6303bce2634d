// Starts the worker's program; `cargo xtask build` puts this behind what wasm-bindgen writes, and fills in the file's name.
// What comes before the program is ready waits. If it cannot start, each question is answered with that.
const early = [];
self.onmessage = (event) => early.push(event);
wasm_bindgen({ module_or_path: "__WASM__" })
  .catch(() => {
    self.onmessage = (event) => self.postMessage({ id: event.data.id, error: "start" });
  })
  .then(() => early.forEach((event) => self.onmessage(event)));
