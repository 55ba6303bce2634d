// The page's side of the worker: starts it at its first use, keeps it, and finds the answer to each question by its id.
// `cargo xtask build` fills in the worker's name; `public/boot.js` fetches this when it is first needed, so that the first
// visit carries none of it.

const PATIENCE = 60_000; // milliseconds
const waiting = new Set(); // how to end each question under way
let worker;
let last = 0;

// Gives what the worker made of `request` (JSON with the task) and `document` (the text of a file, or the
// points of a picture). Rejects with "start",
// "stopped", "slow" or "refused"; but for the last the worker is ended, and the next question starts it anew.
export function ask(request, document) {
  return new Promise((resolve, reject) => {
    worker ??= new Worker(new URL("__WORKER__", import.meta.url));
    const id = ++last;
    const listening = new AbortController();
    const { signal } = listening;
    const end = (reason) => {
      listening.abort();
      clearTimeout(timer);
      waiting.delete(end);
      reject(reason);
      if (reason !== "refused" && worker) {
        worker.terminate();
        worker = undefined;
        waiting.forEach((other) => other(reason)); // nobody would answer them
      }
    };
    waiting.add(end);
    const timer = setTimeout(end, PATIENCE, "slow");
    worker.addEventListener("error", () => end("stopped"), { signal });
    const hear = ({ data }) => {
      if (data.id === id) {
        if (typeof data.made === "string") {
          resolve(data.made);
        }
        end(data.error === "start" ? "start" : "refused"); // a promise that has been kept stays so
      }
    };
    worker.addEventListener("message", hear, { signal });
    worker.postMessage({ ...JSON.parse(request), id, document });
  });
}
