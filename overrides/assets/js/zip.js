// A zip file with another content in one of its files; the others are copied as they lie there, packed.
// It knows the zip files that we make ourselves: without comment, encryption or more than 65 535 files.

const packed = (bytes) => piped(bytes, new CompressionStream("deflate-raw"));
const unpacked = (bytes) => piped(bytes, new DecompressionStream("deflate-raw"));

async function piped(bytes, stream) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

export function crc32(bytes) {
  let rest = -1;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (0xedb88320 & -(rest & 1));
  }
  return ~rest >>> 0;
}

// Where a file stands in the directory at the end: that line, the head of the file, and its content.
function entryAt(zip, at) {
  const view = new DataView(zip);
  const lengths = (from, ...places) => places.reduce((sum, place) => sum + view.getUint16(from + place, true), 0);
  const head = view.getUint32(at + 42, true);
  const begins = head + 30 + lengths(head, 26, 28);
  const name = new TextDecoder().decode(new Uint8Array(zip, at + 46, view.getUint16(at + 28, true)));
  return {
    name,
    line: zip.slice(at, at + 46 + lengths(at, 28, 30, 32)),
    head: zip.slice(head, begins),
    content: new Uint8Array(zip, begins, view.getUint32(at + 20, true)),
  };
}

async function changed(entry, change) {
  const text = change(new TextDecoder().decode(await unpacked(entry.content)));
  const bytes = new TextEncoder().encode(text);
  const content = await packed(bytes);
  for (const [part, first] of [[entry.line, 16], [entry.head, 14]]) {
    [crc32(bytes), content.length, bytes.length].forEach((value, n) => new DataView(part).setUint32(first + 4 * n, value, true));
  }
  return { ...entry, content };
}

export async function withChanged(zip, name, change) {
  const end = zip.slice(-22);
  const trailer = new DataView(end);
  const [files, lines] = [[], []];
  let [at, offset] = [trailer.getUint32(16, true), 0];
  for (let left = trailer.getUint16(10, true); left; left -= 1) {
    const found = entryAt(zip, at);
    const entry = found.name === name ? await changed(found, change) : found;
    new DataView(entry.line).setUint32(42, offset, true);
    files.push(entry.head, entry.content);
    lines.push(entry.line);
    offset += entry.head.byteLength + entry.content.length;
    at += entry.line.byteLength;
  }
  trailer.setUint32(12, lines.reduce((sum, line) => sum + line.byteLength, 0), true);
  trailer.setUint32(16, offset, true);
  return new Blob([...files, ...lines, end]);
}
