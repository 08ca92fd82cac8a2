// A panel's picture as a file.

import { useRef } from "preact/hooks";
import { strings } from "../strings";
import { download } from "./download";
import { settled } from "./settled";

const scale = 2; // px of the PNG to each px of the picture

function picture_near(button: HTMLElement): SVGSVGElement | null {
  return button.closest(".panel")?.querySelector<SVGSVGElement>(".chart svg") ?? null;
}

function as_text(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("font-family", "system-ui, sans-serif");
  return new XMLSerializer().serializeToString(copy);
}

async function as_png(svg: SVGSVGElement): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(as_text(svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = svg.width.baseVal.value * scale;
  canvas.height = svg.height.baseVal.value * scale;
  const context = canvas.getContext("2d")!;
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

export function SavePicture({ name }: { name: string }) {
  const here = useRef<HTMLDivElement>(null);
  const file = name.toLowerCase().replace(/[^a-z0-9]+/g, "_");
  const save = async (kind: "svg" | "png") => {
    await settled();
    const svg = here.current && picture_near(here.current);
    if (!svg) return;
    if (kind === "svg") download(`${file}.svg`, as_text(svg), "image/svg+xml");
    else {
      const blob = await as_png(svg);
      if (blob) download(`${file}.png`, blob, "image/png");
    }
  };
  return (
    <div class="buttons" ref={here}>
      <button type="button" onClick={() => void save("svg")}>{strings.pictures.save_svg}</button>
      <button type="button" onClick={() => void save("png")}>{strings.pictures.save_png}</button>
    </div>
  );
}
