package dev.holdfast.backlog.report;

import dev.holdfast.planfile.PlanResult;
import dev.holdfast.planner.OrderId;
import java.io.OutputStream;

/** The plan as {@code holdfast plan} writes it, with the names of orders and the titles of variants. */
public final class JsonReport {

    private JsonReport() {}

    /** Closes {@code out}. */
    public static void write(BacklogReport report, OutputStream out) {
        PlanResult.named(report.plan(), OrderId::value, report::title, out);
    }
}
