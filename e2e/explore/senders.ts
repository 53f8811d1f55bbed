import type { Frame, Page } from '@playwright/test';
import type { Sender } from './actions';
import { IMPOSTOR, type Visitor } from './visitor';
import type { ExploredWindow } from './watch';

/** A frame beside the layer, made at its first message: of a stranger's origin, or of the front server's. */
async function frameBeside({ page, house }: Visitor, from: 'stranger' | 'impostor'): Promise<Frame | undefined> {
  const popupUrl = page
    .frames()
    .find((frame) => frame.url().includes('/popup/'))
    ?.url();
  if (from === 'impostor' && !popupUrl) return undefined;
  const url = from === 'stranger' ? `${house.strangerUrl}/partner` : `${popupUrl?.replace(/#.*/, '')}${IMPOSTOR}`;
  const find = () => page.frames().find((frame) => frame.url() === url);
  if (!find()) await page.evaluate(addFrame, url);
  return find();
}

function addFrame(src: string): Promise<void> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    frame.style.visibility = 'hidden';
    frame.onload = () => resolve();
    document.body.append(frame);
  });
}

/**
 * The popup, unless something else came in its place: nothing of the front server's origin but the popup says READY,
 * and who says it promises to let the shopper out.
 */
async function popupItself(visitor: Visitor): Promise<Frame | undefined> {
  const frame = await visitor.popup();
  return (await frame?.$('#popup')) ? frame : undefined;
}

/** Sends messages to the page, or to the popup, from a window. Does nothing where that window is not there. */
export async function say(visitor: Visitor, from: Sender, to: 'page' | 'popup', messages: unknown[]): Promise<void> {
  const { page } = visitor;
  if (from === 'page') return sayFromPage(page, to, messages);
  const sender = await (from === 'popup' ? popupItself(visitor) : frameBeside(visitor, from));
  await sender?.evaluate(
    ({ receiver, all }) => {
      const host = window.parent;
      for (const message of all) {
        if (receiver === 'page') host.postMessage(message, '*');
        // Every other frame: a sender does not know which one is the popup's.
        else for (let i = 0; i < host.length; i += 1) if (host[i] !== window) host[i]?.postMessage(message, '*');
      }
    },
    { receiver: to, all: messages },
  );
}

function sayFromPage(page: Page, to: 'page' | 'popup', messages: unknown[]): Promise<void> {
  return page.evaluate(
    ({ receiver, all }) => {
      for (const message of all) (window as unknown as ExploredWindow).explored.say(receiver, message);
    },
    { receiver: to, all: messages },
  );
}

/** Keeps what a window hears from now on, and returns what it has heard since it was first asked. */
export async function heardBy(visitor: Visitor, from: 'stranger' | 'impostor'): Promise<string[]> {
  const frame = await frameBeside(visitor, from);
  if (!frame) throw new Error(`There is no ${from}`);
  return frame.evaluate(() => {
    const listening = window as Window & { heard?: string[] };
    if (!listening.heard) {
      const heard: string[] = [];
      listening.heard = heard;
      // What the page itself sends is these tests' own; the script sends to the front server's origin.
      addEventListener('message', ({ data }) => heard.push(JSON.stringify(data) ?? ''));
    }
    return listening.heard;
  });
}
