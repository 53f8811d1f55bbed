/** The code from a message, and the approval by the app. */
import { method, phoneSent } from './identify';
import { answered, follow, lost, passed, refused, SENT, typed } from './moment';

const code = follow(phoneSent, answered('requestCode', SENT));
const codeSent = follow(code, ...typed({ code: '123456' }));
const resendable = follow(code, passed(10_000));

const push = follow(method, { type: 'METHOD_CHOSEN', method: 'push' });
const pushFilled = follow(push, ...typed({ phone: '01012345678' }));
const pushSent = follow(pushFilled, { type: 'SUBMITTED' });
const wait = follow(pushSent, answered('requestPush', { ...SENT, number: '42' }));

export const CODE = {
  plain: code,
  typed: follow(code, ...typed({ code: '123' })),
  missing: follow(code, ...typed({ code: '123' }), { type: 'SUBMITTED' }),
  resendable,
  resent: follow(resendable, { type: 'RESEND_ASKED' }, answered('resendCode', SENT)),
  resending: follow(resendable, { type: 'RESEND_ASKED' }),
  'minute-left': follow(code, passed(121_000)),
  over: follow(code, passed(180_000)),
  wrong: follow(codeSent, refused('2200', { attemptsLeft: 4 })),
  'wrong-typed': follow(codeSent, refused('2200', { attemptsLeft: 1 }), ...typed({ code: '1' })),
  'wrong-too-often': follow(codeSent, refused('2201')),
  busy: codeSent,
};

export const PUSH = {
  plain: push,
  filled: pushFilled,
  'phone-missing': follow(push, { type: 'SUBMITTED' }),
  'no-app': follow(pushSent, refused('2400')),
  busy: pushSent,
  wait,
  'wait-resendable': follow(wait, passed(10_000)),
  'wait-resent': follow(
    wait,
    passed(10_000),
    { type: 'RESEND_ASKED' },
    answered('requestPush', { ...SENT, number: '57' }),
  ),
  'wait-minute-left': follow(wait, passed(121_000)),
  'wait-over': follow(wait, passed(180_000), refused('2401')),
  'wait-refused': follow(wait, refused('2402')),
  'wait-lost': follow(wait, lost('network')),
  'wait-offline': follow(wait, lost('offline')),
};
