// Unpacks what the page carries, and starts it.

import { render } from "preact";
import type { PageData } from "./data";
import { strings } from "./strings";
import { App } from "./ui/app";
import { unpack, unpack_json } from "./unpack";

declare const WORKER_SOURCE: string; // build.mjs puts it here

function say(text: string): void {
  const told = document.createElement("main");
  told.className = "message";
  told.setAttribute("role", "alert");
  told.textContent = text;
  document.body.replaceChildren(told);
}

const packed = (id: string): string => document.getElementById(id)?.textContent?.trim() ?? "";

async function fingerprint(bytes: ArrayBuffer): Promise<string> {
  let print = 2166136261; // FNV-1a: says which model, and protects nothing
  for (const byte of new Uint8Array(bytes)) print = Math.imul(print ^ byte, 16777619);
  return (print >>> 0).toString(16).padStart(8, "0");
}

async function start(): Promise<void> {
  document.documentElement.lang = strings.language;
  document.title = strings.title;
  const data = packed("data");
  const model = packed("model");
  if (data.startsWith("/*")) return say(strings.empty);
  if (typeof DecompressionStream === "undefined") return say(strings.old_browser);
  say(strings.loading);
  try {
    const page = await unpack_json<PageData>(data);
    const bytes = await unpack(model);
    const module = await WebAssembly.compile(bytes);
    const print = await fingerprint(bytes);
    document.body.replaceChildren();
    const host = document.createElement("div");
    document.body.append(host);
    render(<App page={page} module={module} print={`model ${print}`} worker={WORKER_SOURCE} />, host);
  } catch (error) {
    say(strings.broken(error instanceof Error ? error.message : String(error)));
  }
}

void start();
