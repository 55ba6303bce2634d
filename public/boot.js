// Starts the app: loads the wasm-bindgen glue and the WebAssembly of the program that is used here. For most that is the
// program for answering, which Trunk names on this script's own tag; where pages of the desk have been opened, it is the
// program of the desk. If neither can be loaded or started, the crash panel is told, and the static page stays.

const tag = document.querySelector("script[data-js][data-wasm]");
let step = "glue";

// Asks the worker, whose side of the page is fetched at its first use.
globalThis.askWorker = async (request, document) => {
  const index = await (await fetch("worker/index.json")).json();
  return (await import(`./worker/${index.ask}`)).ask(request, document);
};

// Whether the device's share sheet takes such a file; with a text, opens it.
globalThis.shareFile = (name, text) => {
  const data = { files: [new File([text ?? ""], name, { type: "application/json" })] };
  return text === undefined ? navigator.canShare?.(data) : navigator.share(data).catch(() => {});
};

async function fetched(file) {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response;
}

async function findDesk() {
  const { js, wasm } = await (await fetched("desk/index.json")).json();
  return { js: `desk/${js}`, wasm: `desk/${wasm}` };
}

// Where nothing can be kept, the page cannot be loaded anew without losing answers: so everything is there at once.
function isAtDesk() {
  try {
    return JSON.parse(localStorage.getItem(`${globalThis.mognadInstallation}device`))?.desk ?? false;
  } catch {
    return true;
  }
}

const answering = {
  load: async () => [await import(new URL(tag.dataset.js, document.baseURI)), new URL(tag.dataset.wasm, document.baseURI)],
};
const desk = {
  load: async () => {
    const { js, wasm } = await findDesk();
    return [await import(new URL(js, document.baseURI)), await fetched(wasm)];
  },
};

// Leaves the page to the program of the desk. Everything is fetched first: without a network a page that is loaded anew
// would be gone.
globalThis.openDesk = async () => {
  if (desk.failed) throw desk.failed;
  const { js, wasm } = await findDesk();
  for (const file of [js, wasm]) await (await fetched(file)).arrayBuffer();
  location.reload();
};

async function load() {
  if (isAtDesk()) {
    try {
      return await desk.load();
    } catch (error) {
      desk.failed = error; // the program for answering says so where it matters
    }
  }
  return answering.load();
}

try {
  const [glue, wasm] = await load();
  step = "wasm";
  await glue.default({ module_or_path: wasm });
} catch (error) {
  const detail = { source: "boot", step, message: String(error?.message ?? error) };
  window.dispatchEvent(new CustomEvent("mognad:crash", { detail }));
  console.error(error);
}
