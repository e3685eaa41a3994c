// Drives @flowglad/node, the client that Flowglad generates from its OpenAPI document. It has no method for an archive or for usage balances,
// so these go through its own `post` and `get`.
import assert from 'node:assert/strict';
import Flowglad from '@flowglad/node';
import { drive, thrown } from './checks.mjs';

await drive('@flowglad/node', 'flowglad', async ({ address, key, step }) => {
  const client = new Flowglad({ apiKey: key, baseURL: address });
  const ada = { externalId: 'crm-1815', name: 'Ada Lovelace', email: 'ada@example.com' };
  const path = (externalId) => `/api/v1/customers/${encodeURIComponent(externalId)}`;

  await step('create', async () => {
    const { data } = await client.customers.create({ customer: ada });
    assert.match(data.customer.id, /^cust_/);
    assert.equal(data.customer.externalId, ada.externalId);
    assert.equal(data.customer.email, ada.email);
    assert.equal(data.customer.name, ada.name);
    assert.equal(data.customer.archived, false);
    assert.equal(data.customer.livemode, false);
    assert.ok(Math.abs(Date.now() - data.customer.createdAt) < 60_000, `created at ${data.customer.createdAt}`);
    assert.equal(data.subscription.customerId, data.customer.id);
  });

  await step('retrieve', async () => {
    const { customer } = await client.customers.retrieve(ada.externalId);
    assert.equal(customer.externalId, ada.externalId);
    assert.equal(customer.email, ada.email);
  });

  await step('an answer has a request id', async () => {
    const response = await client.customers.retrieve(ada.externalId).asResponse();
    assert.ok(response.headers.get('x-request-id'));
  });

  await step('update changes what it names, and nothing else', async () => {
    const { customer } = await client.customers.update(ada.externalId, { customer: { name: 'Ada King', domain: 'example.com' } });
    assert.equal(customer.name, 'Ada King');
    assert.equal(customer.domain, 'example.com');
    assert.equal(customer.email, ada.email);
    assert.deepEqual((await client.customers.retrieve(ada.externalId)).customer, customer);
  });

  await step('an external id with blanks, signs and letters of other alphabets', async () => {
    const externalId = 'crm 42 + 50% @ Łódź: ü';
    await client.customers.create({ customer: { externalId, name: 'Zoë', email: 'zoe@example.com' } });
    assert.equal((await client.customers.retrieve(externalId)).customer.externalId, externalId);
  });

  await step('list, page by page, oldest first', async () => {
    const first = await client.customers.list({ limit: '1' });
    assert.equal(first.data.length, 1);
    assert.equal(first.data[0].externalId, ada.externalId);
    assert.equal(first.hasMore, true);
    assert.equal(first.total, 2);
    const second = await client.customers.list({ limit: '1', cursor: first.nextCursor });
    assert.equal(second.data[0].email, 'zoe@example.com');
    assert.equal(second.hasMore, false);
  });

  await step('billing', async () => {
    const billing = await client.customers.retrieveBilling(ada.externalId);
    assert.equal(billing.customer.externalId, ada.externalId);
    assert.equal(billing.currentSubscriptions[0].customerId, billing.customer.id);
    for (const list of [billing.subscriptions, billing.invoices, billing.paymentMethods, billing.purchases]) {
      assert.ok(Array.isArray(list));
    }

    assert.match(billing.billingPortalUrl, /^https:/);
  });

  await step('usage balances', async () => {
    const { usageMeterBalances } = await client.get(`${path(ada.externalId)}/usage-balances`);
    assert.deepEqual(usageMeterBalances, []);
  });

  await step('archive, twice', async () => {
    const archived = await client.post(`${path(ada.externalId)}/archive`, { body: {} });
    assert.equal(archived.customer.archived, true);
    assert.deepEqual(await client.post(`${path(ada.externalId)}/archive`, { body: {} }), archived);
  });

  await step('an archived customer is not found', () =>
    thrown(() => client.customers.retrieve(ada.externalId), Flowglad.NotFoundError, { status: 404 }));

  await step('the external id of an archived customer is free', async () => {
    const { data } = await client.customers.create({ customer: ada });
    assert.equal((await client.customers.retrieve(ada.externalId)).customer.id, data.customer.id);
  });

  // The client retries a 409 twice before it throws.
  await step('a second customer with the same external id is a ConflictError', async () => {
    const error = await thrown(() => client.customers.create({ customer: ada }), Flowglad.ConflictError, { status: 409 });
    assert.equal(error.error.code, 'CONFLICT');
  });

  await step('an unknown customer is a NotFoundError', async () => {
    const error = await thrown(() => client.customers.retrieve('nobody'), Flowglad.NotFoundError, { status: 404 });
    assert.equal(error.error.code, 'NOT_FOUND');
    assert.equal(error.error.error, 'Customer with externalId nobody not found');
  });

  await step('an update, billing and an archive of an unknown customer are NotFoundErrors', async () => {
    await thrown(() => client.customers.update('nobody', { customer: { name: 'Nobody' } }), Flowglad.NotFoundError, { status: 404 });
    await thrown(() => client.customers.retrieveBilling('nobody'), Flowglad.NotFoundError, { status: 404 });
    await thrown(() => client.post(`${path('nobody')}/archive`, { body: {} }), Flowglad.NotFoundError, { status: 404 });
  });

  await step('a create without a name is a BadRequestError that names it', async () => {
    const error = await thrown(
      () => client.customers.create({ customer: { externalId: 'crm-2', email: 'two@example.com' } }), Flowglad.BadRequestError, { status: 400 });
    assert.equal(error.error.code, 'BAD_REQUEST');
    assert.deepEqual(error.error.error[0].path, ['customer', 'name']);
  });

  await step('an archive without a body, a limit of 0 and a bad cursor are BadRequestErrors', async () => {
    await thrown(() => client.post(`${path(ada.externalId)}/archive`), Flowglad.BadRequestError, { status: 400 });
    await thrown(() => client.customers.list({ limit: '0' }), Flowglad.BadRequestError, { status: 400 });
    await thrown(() => client.customers.list({ cursor: 'not a cursor' }), Flowglad.BadRequestError, { status: 400 });
  });

  await step('a wrong key is an AuthenticationError', async () => {
    const stranger = new Flowglad({ apiKey: 'sk_test_wrong', baseURL: address });
    await thrown(() => stranger.customers.retrieve(ada.externalId), Flowglad.AuthenticationError, { status: 401 });
  });
});
