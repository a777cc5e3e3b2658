package dev.holdfast.shop.firstimport;

import dev.holdfast.platform.work.Worker;

/** Imports shops that have connected. */
final class ImportWorker implements Worker {
    static final String NAME = "import";

    private final ImportProcessor processor;

    ImportWorker(ImportProcessor processor) {
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
}
