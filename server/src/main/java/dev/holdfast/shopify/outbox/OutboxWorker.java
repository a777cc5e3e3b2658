package dev.holdfast.shopify.outbox;

import dev.holdfast.platform.work.Worker;

/** Sends effects as they are decided. */
final class OutboxWorker implements Worker {
    static final String NAME = "outbox";

    private final OutboxProcessor processor;

    OutboxWorker(OutboxProcessor processor) {
        this.processor = processor;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean work() {
        return processor.step();
    }

    @Override
    public int threads() {
        return 4;
    }
}
