// Steps for one official client, one after the other. A step that fails is shown with its reason, and the next ones are still tried.
// The last line is, for instance: @flowglad/node 0.29.0: 17 passed, 0 failed
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const stepLimit = 20_000;

// Finds the provider's address and key in the file that the simulator wrote, and runs the steps.
export async function drive(packageName, providerName, steps) {
  const { version } = JSON.parse(readFileSync(new URL(`node_modules/${packageName}/package.json`, import.meta.url), 'utf8'));
  let passed = 0;
  let failed = 0;

  async function step(name, action) {
    try {
      await withinLimit(action);
      passed++;
    } catch (error) {
      failed++;
      console.log(`FAILED ${packageName}: ${name}\n${indented(error)}`);
    }
  }

  // A bug of the client itself, whatever the server answers: shown, and not counted. If the client no longer has it, that is a failure.
  async function flaw(name, action) {
    try {
      await withinLimit(action);
      console.log(`${packageName} ${version}, known flaw of this client (not counted): ${name}`);
    } catch (error) {
      failed++;
      console.log(`FAILED ${packageName}: a known flaw is gone, so remove its flaw(…) step: ${name}\n${indented(error)}`);
    }
  }

  await steps({ ...provider(providerName), step, flaw });
  console.log(`${packageName} ${version}: ${passed} passed, ${failed} failed`);
  // Clients keep sockets and timers open.
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}

// The error that the action must end in: of that class, and with these members.
export async function thrown(action, errorClass, members = {}) {
  const outcome = await action().then(
    (answer) => ({ answer }),
    (error) => ({ error }));
  assert.ok('error' in outcome, `${errorClass.name} was expected, but the call succeeded: ${JSON.stringify(outcome.answer)}`);
  assert.ok(outcome.error instanceof errorClass, `${errorClass.name} was expected, but it is ${outcome.error?.constructor?.name}: ${outcome.error?.message}`);
  for (const [name, value] of Object.entries(members)) {
    assert.deepEqual(outcome.error[name], value, `${name} of the error`);
  }

  return outcome.error;
}

function provider(name) {
  const lines = readFileSync(process.argv[2], 'utf8').split('\n');
  const [, address, key] = lines.map((line) => line.split(/\s+/)).find(([first]) => first === name);
  return { address, key };
}

async function withinLimit(action) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${stepLimit / 1000} seconds`)), stepLimit);
  });
  await Promise.race([action(), limit]).finally(() => clearTimeout(timer));
}

function indented(error) {
  return String(error?.stack ?? error).split('\n').map((line) => `  ${line}`).join('\n');
}
