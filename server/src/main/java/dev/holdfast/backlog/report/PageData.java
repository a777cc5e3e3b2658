package dev.holdfast.backlog.report;

import dev.holdfast.backlog.csv.Finding;
import dev.holdfast.backlog.csv.RowTally;
import dev.holdfast.planner.Inbound;
import dev.holdfast.planner.Incident;
import dev.holdfast.planner.PlannedLine;
import dev.holdfast.planner.StockRow;
import dev.holdfast.planner.VariantId;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The data of the page as JSON.
 *
 * <p>Lines are arrays, and the sentences of their reasons stand once in a table, because a page of 100,000 lines has to
 * be opened on a phone.
 */
final class PageData {

    /** More of them help nobody on a page; the CSV files have them all. */
    private static final int MOST_FINDINGS = 5_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .characterEscapes(new NoTags())
            .build();

    private final BacklogReport report;
    private final JsonGenerator json;
    private final Map<String, Integer> sentences = new LinkedHashMap<>();
    private final Map<VariantId, Integer> numbers = new HashMap<>();

    private PageData(BacklogReport report, JsonGenerator json) {
        this.report = report;
        this.json = json;
    }

    static void write(BacklogReport report, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            new PageData(report, json).page();
        }
    }

    private void page() {
        json.writeStartObject();
        json.writeStringProperty("today", report.today().toString());
        json.writeStringProperty(
                "zone", report.backlog().facts().settings().timeZone().getId());
        json.writeNumberProperty("promiseDays", report.backlog().promiseDays());
        json.writeBooleanProperty("policyKnown", report.backlog().policyKnown());
        variants();
        lines();
        json.writeArrayPropertyStart("sentences");
        sentences.keySet().forEach(json::writeString);
        json.writeEndArray();
        deliveries();
        oversold();
        files();
        findings();
        json.writeEndObject();
    }

    private void variants() {
        Map<VariantId, Long> onHand = new HashMap<>();
        for (StockRow row : report.plan().stock()) {
            onHand.merge(row.variant(), row.onHand(), Long::sum);
        }
        json.writeArrayPropertyStart("variants");
        for (VariantView variant : report.variants()) {
            numbers.put(variant.id(), numbers.size());
            json.writeStartObject();
            json.writeStringProperty("id", variant.id().value());
            json.writeStringProperty("title", variant.title());
            json.writeNumberProperty("onHand", onHand.getOrDefault(variant.id(), 0L));
            json.writeNumberProperty("open", variant.open());
            json.writeNumberProperty("ready", variant.ready());
            json.writeNumberProperty("late", variant.late());
            json.writeNumberProperty("oversold", variant.oversold());
            json.writeNumberProperty("toOrder", variant.uncovered());
            json.writeNumberProperty("undated", variant.undated());
            json.writeName("last");
            date(variant.last());
            json.writeStringProperty("supplier", report.supplier(variant.id()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Variant, order, placed on, open, ready, uncovered, ships, expected by, told, ahead, payment, reason. */
    private void lines() {
        json.writeArrayPropertyStart("lines");
        for (PlannedLine planned : report.plan().lines()) {
            LineView line = report.view(planned);
            json.writeStartArray();
            json.writeNumber(numbers.getOrDefault(planned.line().variant(), -1));
            json.writeString(line.orderName());
            date(report.day(line.order().placedAt()));
            json.writeNumber(line.units());
            json.writeNumber(planned.ready());
            json.writeNumber(planned.uncovered());
            date(line.shipOn());
            date(line.expectedBy());
            json.writeNumber(line.told() ? 1 : 0);
            json.writeNumber(planned.ahead());
            json.writeString(line.order().payment());
            json.writeStartArray();
            for (String sentence : planned.why().split("(?<=\\.) ", -1)) {
                json.writeNumber(sentences.computeIfAbsent(sentence, unseen -> sentences.size()));
            }
            json.writeEndArray();
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /** Reference, supplier, variant's id and title, units, free, expected on, overdue, location, offer. */
    private void deliveries() {
        json.writeArrayPropertyStart("deliveries");
        for (BacklogReport.Expected row : report.expected()) {
            Inbound inbound = row.delivery().inbound();
            json.writeStartArray();
            json.writeString(row.delivery().reference());
            json.writeString(row.delivery().supplier());
            json.writeString(inbound.variant().value());
            json.writeString(report.title(inbound.variant()));
            json.writeNumber(inbound.quantity());
            json.writeNumber(row.free());
            date(inbound.expectedOn());
            json.writeNumber(report.isOverdue(inbound.expectedOn()) ? 1 : 0);
            json.writeString(inbound.location().value());
            json.writeString(inbound.offer() == null ? "" : inbound.offer().value());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void oversold() {
        json.writeArrayPropertyStart("oversold");
        for (Incident incident : report.oversold()) {
            json.writeStartArray();
            json.writeString(incident.line() == null ? "" : incident.line().value());
            json.writeString(report.title(incident.variant()));
            json.writeNumber(incident.quantity());
            json.writeString(incident.detail());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void files() {
        json.writeArrayPropertyStart("files");
        for (RowTally tally : report.backlog().findings().tallies()) {
            json.writeStartObject();
            json.writeStringProperty("file", tally.file());
            json.writeNumberProperty("read", tally.read());
            json.writeNumberProperty("used", tally.used());
            reasons("nothingToDo", tally.nothingToDo());
            reasons("setAside", tally.setAside());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void reasons(String key, Map<String, Long> reasons) {
        json.writeArrayPropertyStart(key);
        reasons.forEach((reason, rows) -> {
            json.writeStartArray();
            json.writeString(reason);
            json.writeNumber(rows);
            json.writeEndArray();
        });
        json.writeEndArray();
    }

    private void findings() {
        List<Finding> findings = report.backlog().findings().all();
        json.writeNumberProperty("findingsInAll", findings.size());
        json.writeArrayPropertyStart("findings");
        findings.stream().limit(MOST_FINDINGS).forEach(finding -> {
            json.writeStartArray();
            json.writeString(finding.weight() == Finding.Weight.BAD ? "bad" : "note");
            json.writeString(finding.file() + (finding.line() > 0 ? ":" + finding.line() : ""));
            json.writeString(finding.what());
            json.writeString(finding.done());
            json.writeEndArray();
        });
        json.writeEndArray();
    }

    private void date(@Nullable LocalDate date) {
        if (date == null) {
            json.writeNull();
        } else {
            json.writeString(date.toString());
        }
    }
}
