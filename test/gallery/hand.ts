/** How long something may take to appear, in milliseconds. */
const PATIENCE = 30_000;

/** What a control is called. */
function nameOf(element: Element): string {
  return (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Drives a sidebar in a shadow root as a person would, without a test's browser. */
export class Hand {
  constructor(private readonly root: ShadowRoot) {}

  /** Waits until something is there, and gives it. */
  async find<T>(look: () => T | null | undefined, what: string): Promise<T> {
    for (const begun = performance.now(); performance.now() - begun < PATIENCE; ) {
      const found = look();
      if (found) return found;
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    throw new Error(`${what} did not appear`);
  }

  /** Waits for a text. */
  async sees(text: string): Promise<void> {
    await this.find(() => this.root.textContent?.includes(text), `“${text}”`);
  }

  /** Presses a button, a tab or a summary whose name begins like this. */
  async press(name: string): Promise<void> {
    const controls = () => [...this.root.querySelectorAll<HTMLElement>('button, summary')];
    (await this.find(() => controls().find(one => nameOf(one).startsWith(name)), name)).click();
    await new Promise(resolve => setTimeout(resolve));
  }

  /** Types into the field of a label. */
  async type(label: string, text: string): Promise<void> {
    const labels = () => [...this.root.querySelectorAll('label')];
    const found = await this.find(() => labels().find(one => nameOf(one) === label), label);
    const field = this.root.getElementById(found.htmlFor) as HTMLInputElement;
    field.value = text;
    for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
    await new Promise(resolve => setTimeout(resolve));
  }

  /** Opens what is folded. */
  unfold(within = ''): void {
    for (const details of this.root.querySelectorAll<HTMLDetailsElement>(`${within} details`)) details.open = true;
  }
}
