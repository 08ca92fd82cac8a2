// What travels inside the page: gzip, written as base64.

/// Bytes of an element's packed text.
export async function unpack(packed: string): Promise<ArrayBuffer> {
  const letters = atob(packed.trim());
  const bytes = Uint8Array.from(letters, (c) => c.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(plain).arrayBuffer();
}

export async function unpack_json<T>(packed: string): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await unpack(packed))) as T;
}
