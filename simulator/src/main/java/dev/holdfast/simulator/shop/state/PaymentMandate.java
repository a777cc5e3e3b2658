package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.PaymentMandateId;

/** A vaulted payment method of an order; the instrument by its GraphQL type. */
public record PaymentMandate(PaymentMandateId id, String instrument) {}
