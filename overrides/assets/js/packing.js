// Whether this browser can pack and unpack.
export function canPack() {
  try {
    return Boolean(new DecompressionStream("deflate-raw") && new CompressionStream("deflate-raw"));
  } catch {
    return false;
  }
}
