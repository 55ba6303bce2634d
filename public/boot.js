// Starts the app: loads the wasm-bindgen glue and the WebAssembly that Trunk names on this script's own tag.
// If either cannot be loaded or started, the crash panel is told, and the static page stays.

const tag = document.querySelector("script[data-js][data-wasm]");
let step = "glue";

// Asks the worker, whose side of the page is fetched at its first use.
globalThis.askWorker = async (request, document) => {
  const index = await (await fetch("worker/index.json")).json();
  return (await import(`./worker/${index.ask}`)).ask(request, document);
};

try {
  const glue = await import(new URL(tag.dataset.js, document.baseURI));
  step = "wasm";
  await glue.default({ module_or_path: new URL(tag.dataset.wasm, document.baseURI) });
} catch (error) {
  const detail = { source: "boot", step, message: String(error?.message ?? error) };
  window.dispatchEvent(new CustomEvent("mognad:crash", { detail }));
  console.error(error);
}
