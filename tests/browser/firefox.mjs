// A headless Firefox, driven by its own protocol (Marionette), which needs no driver beside it.
// FIREFOX names another browser than /usr/bin/firefox-esr. Ends with 77, and says why, where there
// is none.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createConnection, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const firefox = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
const patience = 60_000; // ms

/// A port that nobody uses now.
function free_port() {
  return new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

async function connected(port) {
  for (const start = Date.now(); ; await sleep(250)) {
    try {
      return await new Promise((ok, no) => {
        const socket = createConnection(port, "127.0.0.1", () => ok(socket)).on("error", no);
      });
    } catch (error) {
      if (Date.now() - start > patience) throw error;
    }
  }
}

/// Commands by name; each message is its length, a colon, and JSON.
function speaker(socket) {
  const waiting = new Map();
  let heard = Buffer.alloc(0);
  let last = 0;
  socket.on("data", (data) => {
    heard = Buffer.concat([heard, data]);
    for (;;) {
      const colon = heard.indexOf(":");
      const length = Number(heard.subarray(0, colon));
      if (colon < 0 || heard.length < colon + 1 + length) return;
      const message = JSON.parse(heard.subarray(colon + 1, colon + 1 + length));
      heard = heard.subarray(colon + 1 + length);
      if (!Array.isArray(message)) continue; // its greeting
      const [, id, error, result] = message;
      const { ok, no } = waiting.get(id);
      if (error) no(new Error(error.message));
      else ok(result);
    }
  });
  return (name, parameters = {}) =>
    new Promise((ok, no) => {
      waiting.set(++last, { ok, no });
      const text = JSON.stringify([0, last, name, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
}

/// Opens an address and calls `use` with `run(script)`, which gives what the script returns, and
/// `until(script)`, which waits until that is true.
export async function with_firefox(address, use) {
  if (!existsSync(firefox)) {
    console.log(`there is no ${firefox}`);
    process.exit(77);
  }
  const home = await mkdtemp(join(tmpdir(), "belong-firefox-"));
  const port = await free_port();
  const preferences = `user_pref("marionette.port", ${port});\n`;
  await writeFile(join(home, "user.js"), preferences);
  const browser = spawn(firefox, ["--headless", "--marionette", "--no-remote", "--profile", home], {
    stdio: "ignore",
    env: { ...process.env, HOME: home },
  });
  try {
    const send = speaker(await connected(port));
    await send("WebDriver:NewSession", { capabilities: {} });
    await send("WebDriver:Navigate", { url: address });
    const run = async (script) =>
      (await send("WebDriver:ExecuteScript", { script, args: [] })).value;
    const until = async (script) => {
      for (const start = Date.now(); ; await sleep(100)) {
        const found = await run(script);
        if (found) return found;
        if (Date.now() - start > patience) throw new Error(`it never came: ${script}`);
      }
    };
    await use(run, until);
  } finally {
    browser.kill("SIGKILL");
    await sleep(300);
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}
