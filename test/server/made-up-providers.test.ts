import { answerPush, readPhone } from '../../server/sandbox/phones';
import { member } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';
import { describeProviders } from './providers';

freshSandbox();

const { cardNumber, ci, cardPassword, phone } = member('ready');

describeProviders(() => ({
  providers: ocb.context.providers,
  world: {
    card: { number: cardNumber, ci, password: cardPassword },
    phone,
    textsOn: async (digits) => (await readPhone(ocb.context, digits)).messages.map(({ text }) => text),
    pushesOn: async (digits) => (await readPhone(ocb.context, digits)).pushes.map(({ id }) => id),
    answer: (digits, id, reply) => answerPush(ocb.context, digits, id, reply),
    now: () => ocb.context.clock(ocb.context.db),
  },
}));
