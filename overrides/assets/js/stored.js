// What a reader asks the device to keep. A browser may refuse; then it lasts as long as the page.

export function stored(action) {
  try {
    return action(localStorage);
  } catch {
    return null;
  }
}
