import type { FrontRequest, FrontResponse, Step } from '../../../contract/front-api';
import type { Locale } from '../../../contract/locales';
import { CODE_ATTEMPTS, PROTECTIONS } from '../../../contract/protections';
import type { Context } from '../../context';
import type { CodeMessage } from '../../providers/identity-agency';
import { type CodeRow, codeOf, countWrong, dropCode, putCode } from '../../storage/codes';
import { lockMember, type MemberRow, memberByPhone } from '../../storage/members';
import type { SessionRow } from '../../storage/sessions';
import { askProvider } from '../ask-provider';
import { identified } from '../identified';
import { Refusal } from '../refusal';
import { isMac, macOf, randomDigits } from '../secrets';
import { SECOND } from '../time';
import { transact, type Work } from '../transact';
import { guess, wasRight } from './guesses';
import { countFailure, isClosed } from './phone-day';
import { liveSession } from './sessions';
import { outOfOrder } from './steps';
import { tally, untally } from './tally';

const CODE_LIFE = PROTECTIONS.codeLife.windowMs;
const RESEND_AFTER = PROTECTIONS.resend.windowMs;

type Sent = FrontResponse<'requestCode'>;

const sent = (code: Pick<CodeRow, 'expiresAt' | 'resendAt' | 'wrong'>, now: number): Sent => ({
  now,
  expiresAt: code.expiresAt,
  resendAt: code.resendAt,
  attemptsLeft: Math.max(0, CODE_ATTEMPTS - code.wrong),
});

/**
 * The line of the text message that WebOTP and iOS read, in a window of its own or in a cross-site frame: the page's
 * host, the code, and the frame's host (WICG, "Origin-bound one-time codes delivered via SMS"). Both are known to the
 * server: the page's origin is registered, the front server's is a setting.
 */
function boundCode(code: string, pageOrigin: string | null, frontOrigin: string): string {
  const host = new URL(frontOrigin).hostname;
  const page = pageOrigin ? new URL(pageOrigin).hostname : host;
  return page === host ? `@${host} #${code}` : `@${page} #${code} @${host}`;
}

/** The response of a call, and the message to send before it, if any. */
interface Made {
  answer: Sent;
  message?: CodeMessage;
  code?: Pick<CodeRow, 'trTokenHash' | 'codeMac'>;
}

const MESSAGES: Record<Locale, (code: string) => string> = {
  ko: (code) => `[OK캐쉬백] 인증번호 ${code} 를 입력해 주세요. 타인에게 알려주지 마세요.`,
  en: (code) => `[OK Cashbag] Your code is ${code}. Tell it to nobody.`,
};

/** Creates a code and the message that contains it, unless too many were sent to the number (2203). */
async function make(
  work: Work,
  row: SessionRow,
  session: string,
  to: Pick<CodeRow, 'memberId' | 'phone'>,
  frontOrigin: string,
): Promise<Made | Refusal> {
  const { tx, now, random } = work;
  const tooMany = await tally(work, 'texts', to.phone);
  if (tooMany) return tooMany;
  const code = randomDigits(random, 6);
  const text = `${MESSAGES[row.locale](code)}\n\n${boundCode(code, row.pageOrigin, frontOrigin)}`;
  const times = { resendAt: now + RESEND_AFTER, expiresAt: now + CODE_LIFE };
  const { memberId, phone } = to;
  const live = { trTokenHash: row.trTokenHash, memberId, phone, ...times, codeMac: macOf(session, code), wrong: 0 };
  await putCode(tx, live);
  return { answer: sent(live, now), message: { phone, text, code }, code: live };
}

/**
 * Sends the message. If that fails, deletes the code and its count, so that the shopper can request another at once.
 */
async function send(context: Context, { answer, message, code }: Made): Promise<Sent> {
  if (!message || !code) return answer;
  try {
    await askProvider(context, 'identity agency', () => context.providers.identity.sendCode(message));
  } catch (error) {
    await transact(context, async (work) => {
      await dropCode(work.tx, code);
      await untally(work, 'texts', message.phone, answer.now);
    });
    throw error;
  }
  return answer;
}

const isPerson = (member: MemberRow | undefined, said: FrontRequest<'requestCode'>): member is MemberRow =>
  member !== undefined &&
  member.name === said.name.normalize('NFC').trim() &&
  member.birthDate === said.birthDate &&
  member.firstDigit === said.firstDigit &&
  member.carrier === said.carrier;

/**
 * Sends a code to the shopper's phone. 2202 if the details do not match one person, 2203 if the number is closed for
 * today (see phone-day.ts) or got too many texts, 2000 after too many guesses. Another request for the same person
 * within 10 s keeps the code that was sent.
 */
export async function requestCode(
  context: Context,
  request: FrontRequest<'requestCode'>,
  address: string,
): Promise<Sent> {
  const made = await transact<Made>(context, async (work) => {
    const row = await liveSession(work, request.session);
    const { phone } = request;
    const guesser = { row, address };
    const tooMany = await guess(work, guesser);
    if (tooMany) return tooMany;
    if (await isClosed(work, phone)) return new Refusal('2203');
    const member = await memberByPhone(work.tx, phone);
    if (!isPerson(member, request)) {
      return new Refusal((await countFailure(work, phone, 'mismatches')) ? '2203' : '2202');
    }
    await wasRight(work, guesser, work.now);
    const live = await codeOf(work.tx, row.trTokenHash);
    if (live?.phone === phone && work.now < live.resendAt && live.wrong < CODE_ATTEMPTS) {
      return { answer: sent(live, work.now) };
    }
    return make(work, row, request.session, { memberId: member.id, phone }, context.config.frontOrigin);
  });
  return send(context, made);
}

/** Sends a new code to the same phone. 2001 if none was requested, 2203, and 2000 (429) within 10 s of the last one. */
export async function resendCode(context: Context, request: FrontRequest<'resendCode'>): Promise<Sent> {
  const made = await transact<Made>(context, async (work) => {
    const row = await liveSession(work, request.session);
    const live = await codeOf(work.tx, row.trTokenHash);
    if (!live) return outOfOrder(work, row, { detail: 'No code was requested' });
    if (await isClosed(work, live.phone)) return new Refusal('2203');
    const wait = Math.ceil((live.resendAt - work.now) / SECOND);
    if (wait > 0) return new Refusal('2000', { detail: `Try again in ${wait} s`, status: 429, retryAfter: wait });
    return make(work, row, request.session, live, context.config.frontOrigin);
  });
  return send(context, made);
}

/**
 * Checks the code. 2200 with the attempts left (0 once the code has expired and a new one is needed), 2201 with the
 * fifth wrong code and until a new one is sent, 2203.
 */
export function confirmCode(context: Context, request: FrontRequest<'confirmCode'>): Promise<Step> {
  return transact<Step>(context, async (work) => {
    const row = await liveSession(work, request.session);
    const live = await codeOf(work.tx, row.trTokenHash);
    if (!live) return outOfOrder(work, row, { detail: 'No code was requested' });
    if (await isClosed(work, live.phone)) return new Refusal('2203');
    if (live.wrong >= CODE_ATTEMPTS) return new Refusal('2201');
    if (work.now >= live.expiresAt) return new Refusal('2200', { detail: 'The code has expired', attemptsLeft: 0 });
    if (isMac(live.codeMac, macOf(request.session, request.code))) {
      return identified(work, row, await lockMember(work.tx, live.memberId), { mayReplacePin: true });
    }
    await countWrong(work.tx, row.trTokenHash);
    if (await countFailure(work, live.phone, 'wrongCodes')) return new Refusal('2203');
    const attemptsLeft = CODE_ATTEMPTS - live.wrong - 1;
    return attemptsLeft > 0 ? new Refusal('2200', { attemptsLeft }) : new Refusal('2201');
  });
}
