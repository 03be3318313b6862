/** The first blocks that fit into that many bytes, and how many do not. */
export function fitting(blocks: readonly string[], limitBytes: number): { shown: string[]; left: number } {
  let free = limitBytes;
  const end = blocks.findIndex((block) => {
    free -= bytes(block) + 2;
    return free < 0;
  });
  const shown = end === -1 ? [...blocks] : blocks.slice(0, end);
  return { shown, left: blocks.length - shown.length };
}

/** A text of at most that many bytes. */
export function cutBytes(text: string, limitBytes: number): string {
  if (bytes(text) <= limitBytes) return text;
  const room = new Uint8Array(limitBytes);
  const { read } = new TextEncoder().encodeInto(text, room);
  return `${text.slice(0, read)}…`;
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
