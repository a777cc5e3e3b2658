package dev.holdfast.backlog;

import dev.holdfast.backlog.csv.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides lines whose open units the orders export leaves open, where the inventory's committed units pin them down.
 *
 * <p>Committed units of a variant are the open units of its orders. So committed less the certain lines is what the
 * uncertain ones have together: when only one is uncertain, or all must have their least or their most, that decides
 * them. Variants with lines of a pre-order offer are left alone: such a line may not be committed before it is sent.
 */
final class UndecidedLines {

    private final ShopSettings.Undecided otherwise;
    private final Findings findings;
    private final List<QueuedLine> decided = new ArrayList<>();

    UndecidedLines(ShopSettings.Undecided otherwise, Findings findings) {
        this.otherwise = otherwise;
        this.findings = findings;
    }

    /** The lines that can be planned; those that cannot are set aside with their reason. Every row is tallied. */
    List<QueuedLine> decide(List<QueuedLine> lines) {
        Map<Variant, List<QueuedLine>> uncertain = new LinkedHashMap<>();
        for (QueuedLine line : lines) {
            if (line.isCertain()) {
                findings.tally(line.file()).use();
                decided.add(line);
            } else {
                uncertain
                        .computeIfAbsent(line.variant(), unseen -> new ArrayList<>(2))
                        .add(line);
            }
        }
        if (!uncertain.isEmpty()) {
            Map<Variant, Long> committed = committedBeyondCertain(lines, uncertain.keySet());
            uncertain.forEach((variant, open) -> decide(open, committed.get(variant)));
        }
        return decided;
    }

    private static Map<Variant, Long> committedBeyondCertain(List<QueuedLine> lines, Set<Variant> variants) {
        Map<Variant, Long> left = new LinkedHashMap<>();
        for (Variant variant : variants) {
            Long committed = variant.committed();
            if (committed != null && !variant.isPreordered()) {
                left.put(variant, committed);
            }
        }
        for (QueuedLine line : lines) {
            if (line.isCertain()) {
                left.computeIfPresent(line.variant(), (variant, units) -> units - line.most());
            }
        }
        return left;
    }

    private void decide(List<QueuedLine> open, @Nullable Long together) {
        long least = open.stream().mapToLong(QueuedLine::least).sum();
        long most = open.stream().mapToLong(QueuedLine::most).sum();
        for (QueuedLine line : open) {
            if (together != null && together == least) {
                derive(line, line.least());
            } else if (together != null && together == most) {
                derive(line, line.most());
            } else if (together != null && together > least && together < most && open.size() == 1) {
                derive(line, together);
            } else {
                leave(line);
            }
        }
    }

    private void derive(QueuedLine line, long units) {
        findings.note(
                line.file(),
                line.row(),
                what(line),
                "%d open, by the units that Shopify has committed of %s"
                        .formatted(units, line.variant().id().value()));
        take(line, units);
    }

    private void leave(QueuedLine line) {
        switch (otherwise) {
            case SET_ASIDE -> findings.setAside(line.file(), line.row(), "undecidable", what(line));
            case LEAST -> assume(line, line.least());
            case MOST -> assume(line, line.most());
        }
    }

    private void assume(QueuedLine line, long units) {
        findings.note(line.file(), line.row(), what(line), units + " open, by the setting \"undecided\"");
        take(line, units);
    }

    private void take(QueuedLine line, long units) {
        if (units == 0) {
            findings.tally(line.file()).leave("no unit left open");
        } else {
            findings.tally(line.file()).use();
            decided.add(line.with(units));
        }
    }

    private static String what(QueuedLine line) {
        return "%s, %s: %d to %d units are open: %s"
                .formatted(line.order().name(), line.variant().title(), line.least(), line.most(), line.why());
    }
}
