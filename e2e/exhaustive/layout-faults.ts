/**
 * What is wrong with how the screen is laid out that is drawn: geometry, read in the page, where this function runs
 * without what is around it. The screen is as it comes, with the focus where the popup puts it. `leastTarget`: how wide
 * and high at least what is touched has to be.
 */
export function layoutFaults(leastTarget: number): string[] {
  const faults: string[] = [];
  const all = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility());
  const nameOf = (element: Element) => {
    const said = element.getAttribute('aria-label') || element.textContent || element.id;
    return `${element.tagName.toLowerCase()} "${said.trim().slice(0, 24)}"`;
  };

  /** What is touched for a control: its label, or the card that it covers. */
  function targetOf(control: HTMLElement): HTMLElement {
    const label = control.closest('label') ?? document.querySelector<HTMLElement>(`label[for="${control.id}"]`);
    if (label && /checkbox|radio/.test((control as HTMLInputElement).type)) return label;
    const covers = getComputedStyle(control, '::after').position === 'absolute';
    return covers ? (control.offsetParent as HTMLElement) : control;
  }

  /** The part of a rectangle that the boxes around leave to be seen. */
  function clipped(rect: DOMRect, inside: Element | null): DOMRect {
    let [left, top, right, bottom] = [rect.left, rect.top, rect.right, rect.bottom];
    for (let node = inside; node && node !== document.body; node = node.parentElement) {
      if (getComputedStyle(node).overflow === 'visible') continue;
      const box = node.getBoundingClientRect();
      [left, top] = [Math.max(left, box.left), Math.max(top, box.top)];
      [right, bottom] = [Math.min(right, box.right), Math.min(bottom, box.bottom)];
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  /** All of it can be seen, and nothing lies over it but what belongs to `part`. */
  function isWhole(element: HTMLElement, part: HTMLElement = element): boolean {
    const rect = element.getBoundingClientRect();
    const { left, top, right, bottom } = rect;
    if (top < -1 || left < -1 || bottom > innerHeight + 1 || right > innerWidth + 1) return false;
    if (clipped(rect, element.parentElement).height < rect.height - 1) return false;
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const points = [
      [x, y],
      [left + 4, y],
      [right - 4, y],
      [x, top + 4],
      [x, bottom - 4],
    ] as const;
    return points.every((point) => part.contains(document.elementFromPoint(...point)));
  }

  const scrollers = all('*').filter(
    (element) =>
      /auto|scroll/.test(getComputedStyle(element).overflowY) && element.scrollHeight > element.clientHeight + 1,
  );
  const positions = () => scrollers.map((element) => element.scrollTop);
  const asItCame = positions();
  const scrollBack = () => {
    for (const [i, scroller] of scrollers.entries()) scroller.scrollTop = asItCame[i] as number;
  };
  /** How far is scrolled since then, in heights of what scrolls. */
  const scrolledSince = (before: number[]) =>
    scrollers.reduce((far, scroller, i) => {
      const moved = Math.abs(scroller.scrollTop - (before[i] as number));
      return far + moved / scroller.clientHeight;
    }, 0);

  const controls = all('button, input, select, summary, a[href]');
  const errors = all('[role="alert"]').filter((element) => element.textContent?.trim());
  const primary = all('.primary').pop();
  // Nothing is pressed while the shopper waits.
  const dots = all('[aria-busy="false"] .dots i');
  const keys = all('[aria-busy="false"] .keypad button');

  // Nothing scrolls sideways, and nothing is cut off.
  for (const element of all('*')) {
    const { overflowX } = getComputedStyle(element);
    const canBeCut = element === document.documentElement || (overflowX !== 'visible' && element.tagName !== 'INPUT');
    if (canBeCut && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1) {
      faults.push(`sideways: ${element.tagName.toLowerCase()}.${element.className} has ${element.scrollWidth} px`);
    }
  }

  // Large enough to be touched.
  for (const control of controls) {
    const { width, height } = targetOf(control).getBoundingClientRect();
    if (width < leastTarget - 0.5 || height < leastTarget - 0.5) {
      faults.push(`small: ${nameOf(control)} ${Math.round(width)} × ${Math.round(height)}`);
    }
  }

  const isRoomy = innerHeight >= 450 && Number.parseFloat(getComputedStyle(document.documentElement).fontSize) < 32;

  // Dots and keys are seen together; as the screen comes, unless the window is low or the text large.
  const seesKeypad = () =>
    keys.every((key) => isWhole(key)) && dots.every((dot) => isWhole(dot, dot.closest<HTMLElement>('.entry') ?? dot));
  if (!seesKeypad()) {
    keys.at(-1)?.scrollIntoView({ block: 'nearest' });
    if (isRoomy || !seesKeypad()) faults.push('dots and keys not together');
    scrollBack();
  }

  // An error is in sight, or one scroll away.
  for (const error of errors) {
    if (isWhole(error)) continue;
    error.scrollIntoView({ block: 'nearest' });
    if (!isWhole(error)) faults.push(`error cut: ${nameOf(error)}`);
    else if (isRoomy || scrolledSince(asItCame) > 1) faults.push(`error out of sight: ${nameOf(error)}`);
    scrollBack();
  }

  // Its icon stands before its first word, however many lines it has.
  for (const icon of document.querySelectorAll('.problem .icon')) {
    const words = document.createRange();
    words.selectNode(icon.nextSibling as Node);
    const [first] = words.getClientRects();
    const { right, top, bottom } = icon.getBoundingClientRect();
    const isBeside =
      first && first.left >= right - 1 && first.left < right + 16 && first.top < bottom && first.bottom > top;
    if (!isBeside) faults.push('icon apart from its words');
  }

  // Whoever gets to a control by the keyboard sees all of it.
  for (const control of controls) {
    control.focus();
    if (document.activeElement !== control) control.scrollIntoView({ block: 'nearest' });
    if (!isWhole(targetOf(control))) faults.push(`hidden when focused: ${nameOf(control)}`);
    scrollBack();
  }

  // The primary button is one scroll from the last field that it submits.
  if (primary) {
    const field = all('form input, form select').pop();
    if (field) targetOf(field).scrollIntoView({ block: 'nearest' });
    const before = positions();
    primary.scrollIntoView({ block: 'nearest' });
    if (!isWhole(primary)) faults.push('primary cut');
    else if (scrolledSince(before) > 1) faults.push('primary out of reach');
    scrollBack();
  }

  // Neither words nor what is touched lie over one another.
  const boxes: { of: Element; rect: DOMRect; name: string }[] = controls.map((control) => {
    const target = targetOf(control);
    return { of: target, rect: clipped(target.getBoundingClientRect(), target.parentElement), name: nameOf(control) };
  });
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const parent = text.parentElement as HTMLElement;
    if (!text.nodeValue?.trim() || !parent.checkVisibility() || parent.closest('.unseen, script')) continue;
    // A unit, which stands in its field.
    if (getComputedStyle(parent).pointerEvents === 'none') continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const line of range.getClientRects()) {
      // What is above and below the letters may overlap.
      const letters = new DOMRect(line.left, line.top + line.height / 5, line.width, (line.height * 3) / 5);
      const rect = clipped(letters, parent);
      boxes.push({ of: parent, rect, name: `"${text.nodeValue.trim().slice(0, 24)}"` });
      if (letters.right > innerWidth + 1 || letters.left < -1)
        faults.push(`text cut: "${text.nodeValue.slice(0, 24)}"`);
    }
  }
  /** What scrolls behind a foot that stays does not overlap it. */
  const layerOf = ({ of }: { of: Element }) => {
    const foot = of.closest('.foot');
    return foot && getComputedStyle(foot).position === 'sticky' ? foot : null;
  };
  boxes.forEach((one, i) => {
    for (const other of boxes.slice(i + 1)) {
      if (one.of.contains(other.of) || other.of.contains(one.of) || layerOf(one) !== layerOf(other)) continue;
      const wide = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
      const high = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      if (wide > 1 && high > 1) faults.push(`overlap: ${one.name} and ${other.name}`);
    }
  });
  return faults;
}
