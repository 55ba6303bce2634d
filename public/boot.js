// Starts the app: loads the wasm-bindgen glue and the WebAssembly that Trunk names on this script's own tag.
// If either cannot be loaded or started, the crash panel is told, and the static page stays.

const tag = document.querySelector("script[data-js][data-wasm]");
let step = "glue";

try {
  const glue = await import(new URL(tag.dataset.js, document.baseURI));
  step = "wasm";
  await glue.default({ module_or_path: new URL(tag.dataset.wasm, document.baseURI) });
} catch (error) {
  const detail = { source: "boot", step, message: String(error?.message ?? error) };
  window.dispatchEvent(new CustomEvent("mognad:crash", { detail }));
  console.error(error);
}
