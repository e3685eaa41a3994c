// Drives @runonatlas/core. It tries everything three times, and has a class of its own for two errors only; the others are an Error with the
// server's status text. Its WebSocket is not simulated; the client goes on without.
// Not driven, because the sources don't say what the server answers: invoices, transactions, changes of subscriptions, a second create at the same time.
import assert from 'node:assert/strict';
import { AtlasClient, AtlasInvalidApiKeyError } from '@runonatlas/core';
import { drive, thrown } from './checks.mjs';

await drive('@runonatlas/core', 'runonatlas', async ({ address, key, step, flaw }) => {
  const clientWith = (apiKey) => new AtlasClient({ apiKey, _atlasHost: address, verboseLevel: 'silent', prettyPrint: false });
  const client = clientWith(key);

  await step('start with the account', async () => {
    const merchant = await client.waitInitialization();
    assert.equal(merchant.mode, 'test');
    assert.ok(merchant.defaultPlanId);
    assert.deepEqual(merchant.unconfiguredLimits, []);
  });

  await step('report a version', () => client.reportSDKVersion('next', '1.2.3'));

  await step('getCustomerDetails creates, with a subscription to the default plan', async () => {
    const customer = await client.getCustomerDetails('crm-1815', { name: 'Ada Lovelace', email: 'ada@example.com' });
    assert.equal(customer.externalId, 'crm-1815');
    assert.equal(customer.name, 'Ada Lovelace');
    assert.equal(customer.email, 'ada@example.com');
    assert.equal(customer.activeSubscriptions[0].planId, (await client.waitInitialization()).defaultPlanId);
  });

  // Another client, because each keeps what it read for ten seconds.
  await step('getCustomerDetails finds who was created before, unchanged', async () => {
    const before = await client.getCustomerDetails('crm-1815');
    const found = await clientWith(key).getCustomerDetails('crm-1815', { name: 'Someone else' });
    assert.equal(found.id, before.id);
    assert.equal(found.name, 'Ada Lovelace');
  });

  await step('getCustomerFeatures: none, because no plan has any', async () => assert.deepEqual(await client.getCustomerFeatures('crm-1815'), []));

  await step('areFeaturesAllowed: not what no plan has', async () => {
    const { ok, features } = await client.areFeaturesAllowed('crm-1815', ['no-such-feature']);
    assert.equal(ok, false);
    assert.equal(features['no-such-feature'], false);
  });

  await step('getPricingModel and getPublicPricingModel', async () => {
    const model = await client.getPricingModel();
    assert.deepEqual(model.plans.map((plan) => plan.name), ['Free', 'Pro']);
    const shown = await client.getPublicPricingModel('crm-1815');
    assert.deepEqual(shown.plans.map((plan) => plan.id), model.plans.map((plan) => plan.id));
  });

  await step('updatePaymentMethod gives the address of a checkout', async () => {
    const checkout = await client.updatePaymentMethod('crm-1815', { successUrl: 'https://example.com/done' });
    assert.match(checkout.url, /^https:/);
  });

  await step('updatePaymentMethod of an unknown customer fails', async () => {
    const error = await thrown(() => client.updatePaymentMethod('nobody', { successUrl: 'https://example.com/done' }), Error);
    assert.equal(error.message, 'Failed to create checkout session for update payment method: Not Found');
  });

  await step('getCreditUsage of a unit that the customer does not have fails', async () => {
    const { id } = await client.getCustomerDetails('crm-1815');
    const error = await thrown(() => client.getCreditUsage('no-such-unit', id), Error);
    assert.equal(error.message, 'Failed to fetch credit usage: Not Found');
  });

  await step('events of features that take none are left out', async () => {
    await client.enqueueEvents({ featureIds: ['no-such-feature'], customerId: 'crm-1815', quantity: 1 });
    await client.flushEvents();
  });

  // It builds `/external/customers/external-id/${customerId}/…` itself.
  await flaw('getCustomerDetails does not encode the customer id, so it never finds crm?7 again and creates it once more', async () => {
    const customer = await client.getCustomerDetails('crm?7');
    assert.equal(customer.externalId, 'crm?7');
    const error = await thrown(() => clientWith(key).getCustomerDetails('crm?7'), Error);
    assert.equal(error.message, 'Failed to create customer: Conflict');
  });

  await step('a wrong key is an AtlasInvalidApiKeyError', () => thrown(() => clientWith('wrong').waitInitialization(), AtlasInvalidApiKeyError));
});
