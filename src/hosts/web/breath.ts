/** Lets the page do what waits: a key, a scroll. */
export function breath(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Lets the page show what it has; in a page that nobody sees, which is never drawn, just a moment. */
export async function afterDrawing(): Promise<void> {
  await Promise.race([new Promise(requestAnimationFrame), waited(UNSEEN)]);
  await breath();
}

/** Milliseconds after which a page is taken for one that nobody sees. */
const UNSEEN = 200;

export function waited(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
