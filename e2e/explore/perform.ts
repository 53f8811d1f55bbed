import type { Action } from './actions';
import { say } from './senders';
import { advance, press, settle } from './shopper';
import type { Visitor } from './visitor';
import type { ExploredWindow } from './watch';

/** Does it. Throws when it cannot be done now. */
export async function perform(visitor: Visitor, action: Action, turn: number): Promise<void> {
  const { page, house } = visitor;
  const { sandbox } = house;
  switch (action.does) {
    case 'advance':
      return advance(visitor, turn);
    case 'press':
      return press(visitor, action.nth);
    case 'write':
      return page.keyboard.insertText(action.text);
    case 'key':
      return page.keyboard.press(action.key);
    case 'goBack':
      return page.evaluate(() => history.back());
    case 'show':
    case 'setParams':
    case 'forceClose':
    case 'sabotage': {
      const needsToken = 'token' in action && ['right', 'promised', 'late', 'object'].includes(action.token);
      const token = needsToken ? await visitor.issueToken() : '';
      await page.evaluate(
        ({ act, mctTrToken }) => (window as unknown as ExploredWindow).explored.act(act, mctTrToken),
        { act: action, mctTrToken: token },
      );
      return;
    }
    case 'say':
      return say(visitor, action.from, action.to, [action.message]);
    case 'fault': {
      const { does, ...fault } = action;
      return sandbox.fault({ ...fault, times: 1 });
    }
    case 'clearFaults':
      return sandbox.clearFaults();
    case 'goOffline':
      return page.context().setOffline(true);
    case 'goOnline':
      return page.context().setOffline(false);
    case 'garble': {
      const { what, status, body } = action;
      const address = `${house.ocbUrl}/${what === 'popup' ? 'popup' : 'front/v1'}/**`;
      await page.route(address, (route) => route.fulfill({ status, body, contentType: 'text/html' }), { times: 1 });
      return;
    }
    case 'wait':
      return page.clock.runFor(action.ms);
    case 'jump':
      return page.clock.fastForward(action.ms);
    case 'turnServerClock':
      return sandbox.advanceClock(action.ms);
    case 'settle':
      return settle(visitor);
  }
}
