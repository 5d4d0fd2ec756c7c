// The day: from the official programme to an evaluated call, by keyboard only.
import { trainee } from '../day/trainee.mjs';
import { afterwards, trainer } from '../day/trainer.mjs';

export const name = 'day';
export const langs = ['fr', 'ar', 'en'];

export async function run(day) {
  const attempt = await trainee(day);
  await trainer(day, attempt);
  await afterwards(day, attempt);
}
