import { ATTACKS } from './attacks';
import { carryOut, isHeld, type Report } from './carry-out';
import { LATE_MS } from './honest';
import { startHouse } from './house';

/**
 * `npm run attack`: attacks a sandbox of its own in every way of `attacks/`, while an honest shopper pays. Prints a
 * table; the exit code is 1 if anything was gained, or if the honest shopper was refused or kept waiting.
 *
 * `ATTACK_SECONDS` is how long each takes, `ATTACK_SEED` chooses the guesses, and arguments choose attacks by part of
 * their name.
 */
const { ATTACK_SECONDS = '6', ATTACK_SEED = '1' } = process.env;
const wanted = process.argv.slice(2);
const chosen = ATTACKS.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));

function say({ name, tried, gained, honest }: Report): void {
  const fared = `${honest.payments} payments, longest call ${Math.round(honest.longestMs)} ms`;
  console.log(`${gained.length === 0 ? 'held  ' : 'GAINED'}  ${name}`);
  console.log(`        tried:  ${tried}`);
  for (const gain of gained) console.log(`        gained: ${gain}`);
  console.log(`        honest: ${fared}`);
  for (const trouble of honest.troubles) console.log(`        HONEST SHOPPER IN TROUBLE: ${trouble}`);
}

const house = await startHouse();
const reports: Report[] = [];
try {
  for (const [number, attack] of chosen.entries()) {
    const times = { ms: Number(ATTACK_SECONDS) * 1000, seed: Number(ATTACK_SEED), number };
    const report = await carryOut(attack, house, times);
    say(report);
    reports.push(report);
  }
} finally {
  await house.close();
}
const failed = reports.filter((report) => !isHeld(report));
console.log(
  `\n${reports.length - failed.length} of ${reports.length} attacks gained nothing, and the honest shopper was`,
);
console.log(`served: not refused, and no call took longer than ${LATE_MS / 1000} s. Seed ${ATTACK_SEED}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
