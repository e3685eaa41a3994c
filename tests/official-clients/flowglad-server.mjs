// Drives @flowglad/server, with which an application serves its signed-in users. It checks nothing itself; its errors are those of @flowglad/node.
import assert from 'node:assert/strict';
import Flowglad from '@flowglad/node';
import { FlowgladServer, FlowgladServerAdmin } from '@flowglad/server';
import { drive, thrown } from './checks.mjs';

await drive('@flowglad/server', 'flowglad', async ({ address, key, step, flaw }) => {
  const grace = { externalId: 'crm-1906', name: 'Grace Hopper', email: 'grace@example.com' };
  const serverFor = (user, apiKey = key) => new FlowgladServer({ apiKey, baseURL: address, getRequestingCustomer: async () => user });
  const server = serverFor(grace);
  const admin = new FlowgladServerAdmin({ apiKey: key, baseURL: address });

  await step('a user without a customer is a NotFoundError', () =>
    thrown(() => server.getCustomer(), Flowglad.NotFoundError, { status: 404 }));

  await step('findOrCreateCustomer creates, and then finds', async () => {
    const created = await server.findOrCreateCustomer();
    assert.equal(created.externalId, grace.externalId);
    assert.equal(created.email, grace.email);
    assert.equal((await server.findOrCreateCustomer()).id, created.id);
  });

  await step('getCustomer', async () => {
    const { customer } = await server.getCustomer();
    assert.equal(customer.externalId, grace.externalId);
    assert.equal(customer.name, grace.name);
  });

  await step('updateCustomer', async () => {
    const { customer } = await server.updateCustomer({ customer: { name: 'Grace Brewster Hopper' } });
    assert.equal(customer.name, 'Grace Brewster Hopper');
    assert.equal(customer.email, grace.email);
  });

  await step('getBilling, with its checks', async () => {
    const billing = await server.getBilling();
    assert.equal(billing.customer.externalId, grace.externalId);
    assert.equal(billing.checkFeatureAccess('no-such-feature'), false);
    assert.equal(billing.checkUsageBalance('no-such-meter'), null);
    assert.equal(billing.getProduct('no-such-product'), null);
    assert.equal(billing.getPrice('no-such-price'), null);
    assert.equal(billing.hasPurchased('no-such-product'), false);
  });

  await step('getPricingModel', async () => {
    const { pricingModel } = await server.getPricingModel();
    assert.equal(pricingModel.id, (await server.getCustomer()).customer.pricingModelId);
    assert.ok(Array.isArray(pricingModel.products));
  });

  await step('getUsageMeterBalances', async () => {
    const { usageMeterBalances } = await server.getUsageMeterBalances();
    assert.deepEqual(usageMeterBalances, []);
  });

  await step('createCustomer for a user who has one is a ConflictError', () =>
    thrown(() => server.createCustomer({ customer: grace }), Flowglad.ConflictError, { status: 409 }));

  await step('a user who is not signed in is refused by the client', async () => {
    const error = await thrown(() => serverFor(null).getCustomer(), Error);
    assert.match(error.message, /^Unable to derive requesting customer from session/);
  });

  await step('a wrong key is an AuthenticationError', () =>
    thrown(() => serverFor(grace, 'sk_test_wrong').findOrCreateCustomer(), Flowglad.AuthenticationError, { status: 401 }));

  await step('the admin creates, gets, updates and reads billing', async () => {
    const { data } = await admin.createCustomer({ customer: { externalId: 'crm-1912', name: 'Alan', email: 'alan@example.com' } });
    assert.equal((await admin.getCustomer('crm-1912')).customer.id, data.customer.id);
    assert.equal((await admin.updateCustomer('crm-1912', { customer: { name: 'Alan Turing' } })).customer.name, 'Alan Turing');
    assert.equal((await admin.getCustomerBilling('crm-1912')).customer.id, data.customer.id);
  });

  // Its FlowgladServer builds `/api/v1/customers/${customer.externalId}/usage-balances` itself, where every other path is encoded by @flowglad/node.
  await flaw('getUsageMeterBalances does not encode the external id, so crm?7 is looked up as crm', async () => {
    const user = serverFor({ externalId: 'crm?7', name: 'Query', email: 'query@example.com' });
    assert.equal((await user.findOrCreateCustomer()).externalId, 'crm?7');
    const error = await thrown(() => user.getUsageMeterBalances(), Flowglad.NotFoundError);
    assert.equal(error.error.error, 'Customer with externalId crm not found');
  });
});
