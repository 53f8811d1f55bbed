import { describe, expect, it } from 'vitest';
import { NAMES } from '../../client/testing/names';
import * as en from '../../ui/words/en';
import * as ko from '../../ui/words/ko';

describe.each(Object.entries({ ko, en }))('the names of the helpers', (locale, text) => {
  const { use, doneTitle, ...names } = NAMES[locale as keyof typeof NAMES];

  it(`are those of the popup: ${locale}`, () => {
    expect(names).toEqual({
      byPhone: text.methods.phone[0],
      name: text.name,
      birthDate: text.birthDate,
      firstDigit: text.firstDigit,
      carriers: text.carriers,
      phone: text.phoneNumber,
      allConsents: text.allConsents,
      requestCode: text.requestCode,
      codeTitle: text.code,
      code: text.codeNumber,
      newPinTitle: text.pins.newPin[0],
      confirmPinTitle: text.pins.confirmPin[0],
      pinTitle: text.pins.pin[0],
      pin: text.paymentPin,
      pointsTitle: text.choose,
      amount: text.amount,
      split: text.split,
      ocbPoint: text.ocbPoint,
      dutumPoint: text.dutumPoint,
      close: text.close,
    });
    expect(use(12_345)).toBe(text.use(12_345));
    expect(doneTitle(12_345)).toBe(text.done(12_345));
  });
});
