/** Prints one element and nothing else of the page; print.css hides what is outside it. */
export function printAlone(element: HTMLElement): void {
  document.documentElement.dataset.printing = '';
  element.dataset.printed = '';
  const restore = () => {
    delete document.documentElement.dataset.printing;
    delete element.dataset.printed;
  };
  window.addEventListener('afterprint', restore, { once: true });
  window.print();
}
