package dev.holdfast.trade;

import dev.holdfast.report.Reconciler;
import dev.holdfast.report.Reconciliation;
import java.io.IOException;

/** The program beside a trading shop: within this process, or apart from it, so that each has its own processor time. */
interface Served extends AutoCloseable {

    /** {@code -Dholdfast.apart=true} sets it apart, as the benches do. */
    boolean APART = Boolean.getBoolean("holdfast.apart");

    static Served start(TradingShop trading) throws IOException {
        return APART ? ServedApart.start(trading) : Within.start(trading);
    }

    void awaitImport();

    /** The merchant agrees to the first changes. */
    void consent() throws IOException, InterruptedException;

    Reconciliation reconcile(boolean repair) throws IOException, InterruptedException;

    /** A line on whose the load was; nothing when all is one process. */
    String load();

    @Override
    void close();

    /** The short form. */
    record Within(TradingShop trading) implements Served {
        static Within start(TradingShop trading) {
            trading.restartServer();
            return new Within(trading);
        }

        @Override
        public void awaitImport() {
            trading.awaitImport();
        }

        @Override
        public void consent() {
            trading.consent();
        }

        @Override
        public Reconciliation reconcile(boolean repair) throws InterruptedException {
            return trading.server().part(Reconciler.class).reconcile(trading.id(), repair);
        }

        @Override
        public String load() {
            return "";
        }

        @Override
        public void close() {
            trading.stopServer();
        }
    }
}
