/** Whether keys that are typed into an element are text. */
export function takesText(element: Element): boolean {
  return element.matches('textarea, select, input:not([type="radio"], [type="checkbox"])');
}
