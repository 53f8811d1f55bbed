import { answerPush, readPhone } from '../../server/sandbox/phones';
import type { Ocb } from '../../server/serve';

/** Approves the newest request on a phone, with the confirmation number that the popup shows. */
export async function approvePush({ context }: Pick<Ocb, 'context'>, phone: string, number: string): Promise<void> {
  const { pushes } = await readPhone(context, phone);
  await answerPush(context, phone, pushes.at(-1)?.id ?? '', { answer: 'approve', number });
}
