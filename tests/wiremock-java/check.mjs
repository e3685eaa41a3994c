// Sends each stub its request, and the same with a wrong key, to the WireMock at the address that is given.
import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

const address = process.argv[2];
const keyHeaders = ['Authorization', 'x-api-key'];

const files = readdirSync('wiremock', { recursive: true }).filter((name) => name.endsWith('.json'));
const stubs = files.flatMap((name) => JSON.parse(readFileSync(`wiremock/${name}`, 'utf8')).mappings);
const problems = [];
for (const stub of stubs) {
  await expect(stub, headersOf(stub), 'its request', (answer) => isAnswerOf(stub, answer));
  await expect(stub, withWrongKey(headersOf(stub)), 'its request with a wrong key', (answer) => answer.status === 404 && answer.text.includes('Request was not matched'));
}

problems.forEach((problem) => console.error(problem));
console.log(`stubs ${stubs.length}, wrong ${problems.length}`);
process.exitCode = problems.length === 0 && stubs.length > 0 ? 0 : 1;

async function expect(stub, headers, what, isRight) {
  const query = new URLSearchParams(Object.entries(stub.request.queryParameters ?? {}).filter(([, pattern]) => !pattern.absent).map(([name, pattern]) => [name, pattern.equalTo]));
  const body = stub.request.bodyPatterns && JSON.stringify(stub.request.bodyPatterns[0].equalToJson);
  const response = await fetch(`${address}${stub.request.urlPath}${query.size ? '?' : ''}${query}`, { method: stub.request.method, headers, body });
  const answer = { status: response.status, text: await response.text() };
  if (!isRight(answer)) {
    problems.push(`${stub.name}: ${what} was answered with ${answer.status}\n${answer.text}`);
  }
}

function headersOf(stub) {
  const present = Object.entries(stub.request.headers ?? {}).filter(([, pattern]) => !pattern.absent);
  return Object.fromEntries(present.map(([name, pattern]) => [name, pattern.equalTo ?? (name === 'Content-Type' ? 'application/json' : 'key-1815')]));
}

function withWrongKey(headers) {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, keyHeaders.includes(name) ? `${value}-other` : value]));
}

function isAnswerOf(stub, answer) {
  const { status, jsonBody, body = '' } = stub.response;
  return answer.status === status && (jsonBody === undefined ? answer.text === body : isDeepStrictEqual(JSON.parse(answer.text), jsonBody));
}
