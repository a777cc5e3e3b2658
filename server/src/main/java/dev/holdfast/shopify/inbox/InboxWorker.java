package dev.holdfast.shopify.inbox;

import dev.holdfast.platform.work.Worker;

/** Hands webhooks over as they come. */
final class InboxWorker implements Worker {
    static final String NAME = "inbox";

    private final InboxSweep sweep;

    InboxWorker(InboxSweep sweep) {
        this.sweep = sweep;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean work() {
        return sweep.run();
    }

    @Override
    public int threads() {
        return 2;
    }
}
