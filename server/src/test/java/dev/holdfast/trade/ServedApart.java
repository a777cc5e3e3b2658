package dev.holdfast.trade;

import dev.holdfast.cli.Main;
import dev.holdfast.report.Reconciliation;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The program in a process of its own and its commands in others; this process is the simulator. */
record ServedApart(TradingShop trading, Process process, ProcessorTime time) implements Served {

    static ServedApart start(TradingShop trading) throws IOException {
        var process = trading.inProcess(Map.of()).serveLong();
        return new ServedApart(trading, process, ProcessorTime.since(process.toHandle(), trading.database.superuser()));
    }

    @Override
    public void awaitImport() {
        TradingShop.await("the import ends", () -> {
            if (!process.isAlive()) {
                throw new AssertionError("the program has ended with " + process.exitValue());
            }
            return trading.count("select count(*) from information_schema.tables where table_name = 'import_part'") == 1
                    && trading.count("select count(*) from import_part") > 0
                    && trading.count("select count(*) from import_part where state <> 'done'") == 0;
        });
    }

    @Override
    public void consent() throws IOException, InterruptedException {
        trading.inProcess(Map.of()).said(Main.class, List.of("changes", "--confirm"));
    }

    @Override
    public Reconciliation reconcile(boolean repair) throws IOException, InterruptedException {
        var told = ReconcileProcess.read(
                trading.inProcess(Map.of()).said(ReconcileProcess.class, List.of(Boolean.toString(repair))));
        time.add(told.took());
        return told.done();
    }

    @Override
    public String load() {
        return time.toString();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
