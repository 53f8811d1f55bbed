import { describe, expect, it } from 'vitest';
import type { SeedMember } from '../../server/sandbox/seed/members';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { member } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';

freshSandbox();

const first = member('ready');
const numbersOf = (nth: number) => {
  const { nxMctNo, nxMctCorpNo } = MERCHANTS[nth] as (typeof MERCHANTS)[number];
  return { nxMctNo, nxMctCorpNo };
};
const byCard = (who: SeedMember) => ({ authType: 'CARD', authID: who.cardNumber });
const byCi = (who: SeedMember) => ({ authType: 'CI', authID: who.ci });

const save = (body: object, mctTransactionId = 'save-1', nth = 0) =>
  ocb.asMerchant('save', { mctTransactionId, ...numbersOf(nth), reqPoint: 500, ...byCard(first), ...body }, nth);
const cancelSave = (orgOcbTransactionId: string, mctTransactionId = 'cancel-1', nth = 0) =>
  ocb.asMerchant('cancelSave', { mctTransactionId, orgOcbTransactionId }, nth);

const pointsOf = async (who: SeedMember) => (await ocb.balancesOf(who)).ocb;
const approval = {
  ocbTransactionId: expect.stringMatching(/^20260601[0-9a-f]{32}$/),
  nxAuthDay: '20260601',
  nxAuthNo: expect.stringMatching(/^[0-9]{9}$/),
};

describe('save', () => {
  it.each([
    ['card number', byCard],
    ['CI', byCi],
  ])('credits the owner of a %s once', async (_what, by) => {
    const answers = await Promise.all([1, 2, 3].map(() => save(by(first))));
    expect(answers[0]?.ok).toEqual(approval);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await pointsOf(first)).toBe(50_500);
  });

  it('adds points that the popup offers and a use can spend', async () => {
    const short = member('short');
    await save({ ...byCi(short), reqPoint: 200 });
    const { ocbUseTrAuthToken } = await ocb.authorized(short, { ocbPoint: 500 });
    expect((await ocb.asMerchant('use', { mctTransactionId: 'use', ocbUseTrAuthToken })).code).toBe('ok');
    expect(await pointsOf(short)).toBe(0);
  });

  it.each<[string, object]>([
    ['unknown fields', { more: 1, nxOptional: { nxTrDivCd: '10', more: [] } }],
    ['all optional ones', { nxOptional: { nxTrDivCd: '10', nxStatementCd: '01', nxContractType: '1' } }],
    ['no optional ones', { nxOptional: {} }],
  ])('takes %s', async (_what, fields) => {
    expect((await save(fields)).code).toBe('ok');
  });

  it.each<[string, object, string]>([
    ['nothing to save', { reqPoint: 0 }, 'reqPoint'],
    ['half a point', { reqPoint: 0.5 }, 'reqPoint'],
    ['a number as text', { reqPoint: '500' }, 'reqPoint'],
    ['another way to name a member', { authType: 'PHONE' }, 'authType'],
    ['nobody', { authID: '' }, 'authID'],
    ['a code that is too long', { nxOptional: { nxTrDivCd: '100' } }, 'nxOptional.nxTrDivCd'],
  ])('%s is 1000 and named', async (_what, fields, field) => {
    expect(await save(fields)).toMatchObject({ status: 400, code: '1000', detail: expect.stringContaining(field) });
  });

  it.each(['nxMctNo', 'nxMctCorpNo'] as const)('requires the merchant’s own %s (403 / 1000)', async (field) => {
    const answer = await save({ [field]: numbersOf(1)[field] });
    expect(answer).toMatchObject({ status: 403, code: '1000', detail: `${field} is not the calling merchant's` });
  });

  it.each<[string, string, object]>([
    ['2302', 'a card that is not registered', { authType: 'CARD', authID: '8951999999999999' }],
    ['2302', 'a CI in place of a card number', { authType: 'CARD', authID: first.ci }],
    ['4054', 'a CI that is nobody’s', { authType: 'CI', authID: first.ci.toLowerCase() }],
    ['4040', 'a card in no normal state', byCard(member('card-abnormal'))],
    ['4045', 'a card that is not active', byCard(member('card-inactive'))],
    ['4048', 'a card for filling stations', byCard(member('card-filling-stations-only'))],
    ['4056', 'a card that was withdrawn', byCard(member('card-withdrawn'))],
    ['4057', 'a member who has left', byCi(member('withdrawn'))],
    ['4058', 'a suspended member', byCard(member('suspended'))],
    ['4043', 'a member under 14', byCi(member('under-14'))],
  ])('is refused with %s to %s, the same id always', async (code, _what, by) => {
    const answer = await save(by);
    expect(answer.code).toBe(code);
    expect(await save(by)).toEqual(answer);
    expect(await save({}, 'save-2')).toMatchObject({ code: 'ok' });
  });

  it('checks the member, not the card, if given a CI', async () => {
    expect((await save(byCi(member('card-withdrawn')))).code).toBe('ok');
  });

  it('is 1000 with other content under the same id; ids belong to a merchant', async () => {
    await save({});
    for (const other of [{ reqPoint: 501 }, byCi(first), { nxOptional: { nxTrDivCd: '10' } }]) {
      expect(await save(other)).toMatchObject({ status: 400, code: '1000' });
    }
    expect(await save({ reqPoint: 7 }, 'save-1', 1)).toMatchObject({ code: 'ok' });
    expect(await pointsOf(first)).toBe(50_507);
  });
});

describe('the cancel of a save', () => {
  it('takes the points back once', async () => {
    const { ok: saved } = await save({});
    const answers = await Promise.all([1, 2, 3].map(() => cancelSave(saved.ocbTransactionId)));
    expect(answers[0]?.ok).toEqual(approval);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await cancelSave(saved.ocbTransactionId, 'cancel-2')).toMatchObject({
      code: '3031',
      status: 500,
      detail: 'The save is already cancelled',
    });
    expect(await pointsOf(first)).toBe(50_000);
  });

  it('is refused (3031) while the member has spent the points; another id may succeed later', async () => {
    const short = member('short');
    const { ok: saved } = await save({ ...byCard(short), reqPoint: 200 });
    const { ocbUseTrAuthToken } = await ocb.authorized(short, { ocbPoint: 301 });
    await ocb.asMerchant('use', { mctTransactionId: 'use', ocbUseTrAuthToken });
    const spent = { code: '3031', detail: 'The member has spent the points since' };
    expect(await cancelSave(saved.ocbTransactionId)).toMatchObject(spent);
    expect(await pointsOf(short)).toBe(199);
    await save({ ...byCard(short), reqPoint: 1 }, 'save-2');
    expect(await cancelSave(saved.ocbTransactionId)).toMatchObject(spent);
    expect((await cancelSave(saved.ocbTransactionId, 'cancel-2')).code).toBe('ok');
    expect(await pointsOf(short)).toBe(0);
  });

  it('requires a save of the same merchant (4017)', async () => {
    const { ok: saved } = await save({});
    const { ok: cancelled } = await cancelSave(saved.ocbTransactionId);
    const none = { code: '4017', detail: 'orgOcbTransactionId is not a save of this merchant' };
    expect(await cancelSave('unknown', 'c-1')).toMatchObject(none);
    expect(await cancelSave('opening', 'c-2')).toMatchObject(none);
    expect(await cancelSave(cancelled.ocbTransactionId, 'c-3')).toMatchObject(none);
    expect(await cancelSave(saved.ocbTransactionId, 'c-4', 1)).toMatchObject(none);
  });
});
