// The crash panel: when the app has stopped, a person still gets the answers as a file.
// Plain JavaScript on purpose, loaded before everything else: it must work when WebAssembly does not.
"use strict";
(() => {
  const folder = location.pathname.replace(/[^/]*$/, "");
  // The example has stores of its own (src/platform/mod.rs).
  const installation = `${location.search.startsWith("?exempel") ? "mognad-example" : "mognad"}:${folder}`;
  globalThis.mognadInstallation = installation; // for boot.js
  const words = {
    sv: {
      heading: "Appen har stannat",
      about: "Något gick fel i appen. Det ni har svarat är sparat i webbläsaren. Ladda om sidan för att fortsätta. Vill ni vara säkra kan ni först spara svaren som fil.",
      save: "Spara svaren som fil",
      reload: "Ladda om sidan",
      done: "Filen är skapad. Den ligger där webbläsaren lägger hämtade filer.",
      empty: "Det finns inga sparade svar i den här webbläsaren.",
    },
    en: {
      heading: "The app has stopped",
      about: "Something went wrong in the app. What you have answered is saved in the browser. Reload the page to go on. To be on the safe side you can first save the answers as a file.",
      save: "Save the answers as a file",
      reload: "Reload the page",
      done: "The file is created. It is where the browser puts downloads.",
      empty: "There are no saved answers in this browser.",
    },
  };

  function language() {
    try {
      return JSON.parse(localStorage.getItem(`${installation}device`)).language === "en" ? "en" : "sv";
    } catch {
      return "sv";
    }
  }

  // One text is a JSON array of facts; what is not goes into the file as it stands, to be looked at by a person.
  function gather(texts) {
    const facts = [];
    const damaged = [];
    for (const text of texts) {
      try {
        const part = JSON.parse(text);
        if (Array.isArray(part)) facts.push(...part);
        else damaged.push(text);
      } catch {
        damaged.push(String(text));
      }
    }
    return { facts, damaged };
  }

  function fromJournal() {
    const texts = [];
    let document_id = null;
    try {
      for (let place = 0; place < localStorage.length; place++) {
        const key = localStorage.key(place);
        if (key.startsWith(`${installation}journal:`)) texts.push(localStorage.getItem(key));
      }
      document_id = localStorage.getItem(`${installation}document`);
    } catch {
      // blocked: then nothing is there
    }
    return { texts, document_id };
  }

  function fromDatabase() {
    return new Promise((resolve) => {
      const nothing = { texts: [], document_id: null };
      let request;
      try {
        request = indexedDB.open(installation);
      } catch {
        resolve(nothing);
        return;
      }
      request.onupgradeneeded = () => request.transaction.abort(); // it was not there: leave it so
      request.onerror = () => resolve(nothing);
      request.onblocked = () => resolve(nothing);
      request.onsuccess = () => {
        const database = request.result;
        try {
          const transaction = database.transaction(["shards", "records", "meta"]);
          const shards = transaction.objectStore("shards").getAll();
          const records = transaction.objectStore("records").getAll();
          const id = transaction.objectStore("meta").get("document");
          transaction.oncomplete = () => {
            database.close();
            resolve({ texts: [...shards.result, ...records.result], document_id: id.result ?? null });
          };
          transaction.onabort = () => resolve(nothing);
        } catch {
          database.close();
          resolve(nothing);
        }
      };
    });
  }

  async function save() {
    const stored = await fromDatabase();
    const journal = fromJournal();
    const { facts, damaged } = gather([...stored.texts, ...journal.texts]);
    const say = words[language()];
    const done = document.getElementById("crash-done");
    if (facts.length === 0 && damaged.length === 0) {
      done.textContent = say.empty;
      return;
    }
    const file = {
      format: "mognad",
      schema: 2,
      min_reader: 1,
      // A document without a name gets one, so that the file can be read in.
      document: stored.document_id ?? journal.document_id ?? `d-${Date.now().toString(16)}`,
      created: Date.now(),
      facts,
      ...(damaged.length > 0 ? { damaged } : {}),
    };
    const blob = new Blob([JSON.stringify(file)], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `mognad-${new Date().toISOString().slice(0, 10)}.mognad.json`;
    document.body.append(link);
    link.click();
    link.remove();
    done.textContent = say.done;
  }

  let shown = false;
  function show() {
    if (shown) return;
    shown = true;
    const put = () => {
      const say = words[language()];
      for (const [id, text] of Object.entries({
        "crash-heading": say.heading,
        "crash-about": say.about,
        "crash-save": say.save,
        "crash-reload": say.reload,
      })) {
        document.getElementById(id).textContent = text;
      }
      document.getElementById("main").hidden = true;
      document.getElementById("notices").hidden = true;
      document.getElementById("state").textContent = "";
      document.getElementById("crash-save").addEventListener("click", save);
      document.getElementById("crash-reload").addEventListener("click", () => location.reload());
      const panel = document.getElementById("crash");
      panel.hidden = false;
      panel.focus();
    };
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", put);
    else put();
  }

  // A panic ends the WebAssembly instance for good: it surfaces as a RuntimeError, from then on at every event.
  const fatal = (error) => error instanceof WebAssembly.RuntimeError;
  addEventListener("error", (event) => { if (fatal(event.error)) show(); });
  addEventListener("unhandledrejection", (event) => { if (fatal(event.reason)) show(); });
  addEventListener("mognad:crash", show);
  // A script that cannot be loaded says so only to those who listen on the way down.
  addEventListener("error", (event) => { if (event.target instanceof HTMLScriptElement) show(); }, true);
})();
