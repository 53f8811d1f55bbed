import { commas } from '../format';

/** What the popup says, in English. */

const tries = (n: number): string => (n === 1 ? '1 try left' : `${n} tries left`);

export const locale = 'en';
export const brand = 'OK Cashbag';
export const dialog = 'Use OK Cashbag points';
export const trust = 'This shop can’t see what you enter here';
export const points = (n: number) => `${commas(n)} P`;
export const won = (n: number) => `₩${commas(n)}`;

export const back = 'Back';
export const close = 'Close';
export const largeText = 'Large text';
export const again = 'Try again';
export const resend = 'Send again';
export const resendIn = (seconds: number) => `Send again in ${seconds} s`;
export const sentAgain = 'Sent again';
export const minuteLeft = 'One minute left';
export const otherMethod = 'Use another way';
export const confirm = 'Confirm';
export const busy = 'Working on it';
export const slow = 'This is taking longer than usual. Wait a little longer, or try again.';
export const timeLeft = 'Time left';
export const notFramed = 'Please open this from a shop’s checkout.';

export const opening = 'Opening OK Cashbag';
export const notOpened = 'OK Cashbag could not be opened';
export const done = (n: number) => `${commas(n)} P ready to use`;
export const doneNext = 'We’ll bring you right back to finish your order';

export const method = 'How would you like to confirm it’s you?';
export const methods = {
  card: ['Card', 'You’ll need your card number and online password'],
  phone: ['Mobile phone', 'We’ll text a code to the phone in your name'],
  push: ['OK Cashbag app', 'Just approve the request in the app'],
};
export const withoutCard = 'You can’t set a new payment PIN with a card alone.';

export const card = 'Enter your OK Cashbag card details';
export const cardNumber = 'Card number';
export const cardPassword = 'Online password';
export const cardPasswordHint = 'Your OK Cashbag website password, not the 6-digit payment PIN';
export const findPassword = 'Forgot your password?';
export const newWindow = 'Opens in a new window';
export const identify = 'Confirm it’s me';

export const phone = 'Enter your details';
export const name = 'Name';
export const nameHint = 'Name as on your phone contract';
export const movesOn = 'You’ll move on as you fill this in';
export const sevenDigits = 'First 7 digits of your registration number';
export const sevenDigitsHint = 'e.g. 900102-2';
export const birthDate = 'Date of birth';
export const firstDigit = '7th digit of your resident or alien registration number';
export const carrier = 'Carrier';
export const carriers = {
  SKT: 'SKT',
  KT: 'KT',
  LGU: 'LG U+',
  SKT_MVNO: 'SKT MVNO',
  KT_MVNO: 'KT MVNO',
  LGU_MVNO: 'LG U+ MVNO',
};
export const whichNetwork = 'Not sure which network your budget carrier uses?';
export const whichNetworkHelp = 'Call 114 from your phone to ask whether it runs on SKT, KT or LG U+.';
export const phoneNumber = 'Mobile number';
export const allConsents = 'Agree to all';
export const required = '(required)';
export const read = 'Details';
export const consents = {
  personalInfo: [
    'Collection and use of personal information',
    'To confirm it’s you, we use your name, date of birth, gender, carrier and mobile number, and delete them right after.',
  ],
  uniqueId: [
    'Use of unique identification data',
    'The first 7 digits of your registration number are only used to confirm it’s you. They’re never stored.',
  ],
  carrierTerms: [
    'Carrier terms of service',
    'Your carrier checks what you enter against its records and tells us whether they match.',
  ],
  serviceTerms: [
    'Identity verification terms of service',
    'How the identity agency sends and checks the code. If you’d rather not agree, you can use another way.',
  ],
};
export const requestCode = 'Text me a code';

export const code = 'Enter the code';
export const codeNumber = 'Code';
export const codeSent = (phone: string) => `We sent a text to ${phone}`;
export const codeHelp = 'No text message?';
export const codeHelpText =
  'Check your spam folder and blocked numbers. If it isn’t there, press Send again, or go back and check your number and carrier.';
export const codeOver = 'This code has expired. Press Send again to get a new one.';

export const push = 'Approve in the OK Cashbag app';
export const pushHint = 'The number registered in your OK Cashbag app';
export const pushWait = [
  'Tap the OK Cashbag notification on your phone',
  'Check the shop’s name and the amount',
  'Enter the confirmation number and approve. We’ll take it from there',
];
export const confirmationNumber = 'Confirmation number';
export const requestPush = 'Send request';

export const pins = {
  newPin: ['Create a payment PIN', '6 digits you’ll enter each time you pay'],
  confirmPin: ['Enter it once more', 'The payment PIN you just created'],
  pin: ['Enter your payment PIN', 'The 6 digits you chose'],
};
export const pinRules = [
  'No digit three times in a row (111), and no three in order (123, 321)',
  'Nothing from your date of birth or mobile number',
];
export const shuffled = 'The digits are in a new order every time';
export const paymentPin = 'Payment PIN';
export const pinForgotten = 'I forgot my PIN';
export const entered = (n: number) => `${n} of 6 digits entered`;
export const erase = 'Delete';
export const clear = 'Clear all';
export const keypad = 'Number keypad';

export const choose = 'Choose the points to use';
export const amount = 'Points to use';
export const ocbPoint = 'OK Cashbag points';
export const dutumPoint = 'Dutum points';
export const balance = (n: number) => `You have ${commas(n)} P`;
export const kinds = ['Dutum', 'OK Cashbag', 'PAYCO top-up'];
export const useAll = 'Use all';
export const typeIn = 'Enter amount';
export const split = 'Split points';
export const join = 'Don’t split';
export const limits = {
  amount: (n: number) => `You can use up to the purchase amount, ₩${commas(n)}`,
  payment: (n: number) => `You can use up to ${commas(n)} P per payment`,
  balance: (n: number) => `You can use up to your balance, ${commas(n)} P`,
  dutum: (n: number) => `You can use up to ${commas(n)} Dutum points`,
};
export const unused = (n: number) => `${commas(n)} Dutum points can’t be used now`;
export const minAmount = (n: number) => `For purchases of ₩${commas(n)} or more`;
export const unusable = {
  'below-min-amount': 'This purchase is too small to use them',
  'below-min-volume': 'Buy more of the product to use them',
  'other-product': 'Only for another product',
};
export const charge = 'Top up with PAYCO';
export const chargeHint = {
  possible: (n: number) => `Up to ${commas(n)} P more`,
  missing: (n: number) => `You’re ${commas(n)} P short`,
  chosen: (n: number) => `PAYCO will add ${commas(n)} P`,
};
export const leftToPay = 'Left to pay';
export const use = (n: number) => (n ? `Use ${commas(n)} P` : 'Use points');
export const using = (n: number) => `Using ${commas(n)} P`;
export const nothing = 'You have no points to use here';
export const nothingNext = 'You can still finish your order without them';
export const withoutPoints = 'Go back without points';
export const noPoints = 'Enter how many points to use.';
export const tooManyPoints = 'That’s more than you have.';

export const missing = {
  cardNumber: 'Enter the 16 digits on your card.',
  cardPassword: 'Enter your online password.',
  name: 'Enter your name.',
  birthDate: 'Enter your date of birth as 6 digits (YYMMDD).',
  firstDigit: 'Enter the 7th digit.',
  carrier: 'Choose your carrier.',
  phone: 'Enter your mobile number.',
  consents: 'Please agree to the required terms.',
  code: 'Enter the 6-digit code.',
};
export const wrong = {
  birthDate: 'That date doesn’t exist. Check your date of birth.',
  firstDigit: 'This digit must be from 1 to 8.',
  phone: 'Check your mobile number.',
};
export const attemptsLeft = {
  identifyByCard: (n: number) => `${tries(n)} before the card is locked`,
  confirmCode: (n: number) => `${tries(n)} before you need a new code`,
  verifyPin: (n: number) => `${tries(n)} before the PIN is reset`,
};
export const lost = {
  offline: 'You’re offline. Check your connection and try again.',
  network: 'The connection was lost. Please try again.',
  nonsense: 'We couldn’t do this right now. Please try again in a moment.',
};

export const callCentre = 'Call customer service';
export const withoutCharge = 'Pay without topping up';

export const leaving = ['Leave without using points?', 'What you’ve entered will be lost.'];
export const stay = 'Keep going';
export const leave = 'Leave';

export const errorCode = 'Error code';

export const errors = {
  '1000': 'Invalid request.',
  '2002': 'Incomplete.',
  '4001': 'Connection failed.',
  '9999': 'Unknown error.',
};
