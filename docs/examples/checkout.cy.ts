// A journey through the quick start's page in Cypress: cypress/e2e/checkout.cy.ts, with the cypress.config.ts beside.

const who = {
  name: '이두리',
  birthDate: '850314',
  firstDigit: '1',
  carrier: 'KT',
  phone: '01010000002',
  pin: '246813',
};

/** The document in the open popup. It is looked for anew each time, for its screens change. */
const popup = () =>
  cy
    .get('iframe[src*="/popup/"]:visible')
    .its('0.contentDocument.body')
    .should('not.be.empty')
    .then((body) => cy.wrap(body));

/** Finds a button, a field or a choice by the name that a shopper sees and hears. */
const button = (name: string) => popup().contains('button', new RegExp(`^${name}`));
const field = (label: string) =>
  popup()
    .contains('label', new RegExp(`^${label}$`))
    .invoke('attr', 'for')
    .then((id) => popup().find(`#${id}`));

describe('the checkout', () => {
  beforeEach(() => {
    // Everything as it was at first: a phone gets five text messages in ten minutes.
    cy.request('POST', `${Cypress.env('sandbox')}/sandbox/reset`);
    cy.visit('/');
  });

  it('takes an order that is paid with points', () => {
    cy.contains('button', 'OK캐쉬백 포인트 쓰기').click();
    button('휴대폰 본인인증').click();
    field('이름').type(who.name);
    field('생년월일').type(who.birthDate);
    field('주민등록번호 뒤 첫 자리').type(who.firstDigit);
    popup()
      .contains('label', new RegExp(`^${who.carrier}$`))
      .click();
    field('휴대폰 번호').type(who.phone);
    popup().contains('label', '약관 전체 동의').click();
    button('인증번호 받기').click();

    popup().contains('h1', '인증번호를 입력해 주세요');
    cy.task<string>('waitForCode', who.phone).then((code) => field('인증번호').type(code));

    popup().contains('h1', '결제비밀번호를 입력해 주세요');
    for (const digit of who.pin) button(`${digit}$`).click();

    popup().contains('h1', '사용할 포인트를 정해 주세요');
    button('나눠 쓰기').click();
    field('OK캐쉬백 포인트').clear().type('3000');
    field('두툼 포인트').clear().type('0');
    button('3,000 P 사용하기').click();

    cy.contains('3,000 P를 씁니다');
    cy.contains('button', '주문하기').click();
    cy.contains('3,000 P로 결제했습니다');
  });
});
