package dev.holdfast.shop.refresh;

import dev.holdfast.platform.work.Worker;

/** Reads again what was hinted at. */
final class RefreshWorker implements Worker {
    static final String NAME = "refresh";

    private final RefreshProcessor processor;

    RefreshWorker(RefreshProcessor processor) {
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
        return 2;
    }
}
