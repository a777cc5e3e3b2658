package dev.holdfast.planner.histories;

import static dev.holdfast.planner.histories.SimplerEvents.less;

import dev.holdfast.planner.DemandLine;
import dev.holdfast.planner.Facts;
import dev.holdfast.planner.FirmUnits;
import dev.holdfast.planner.Inbound;
import dev.holdfast.planner.Offer;
import dev.holdfast.planner.OrderId;
import dev.holdfast.planner.QueueBy;
import dev.holdfast.planner.Settings;
import dev.holdfast.planner.Splitting;
import dev.holdfast.planner.StockRow;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What facts could be instead, that is a little less; they need not be valid. */
final class SimplerFacts {

    private SimplerFacts() {}

    static Stream<Facts> of(Facts facts) {
        return Stream.of(
                        fewer(facts.demand()).map(rows -> with(facts, rows)),
                        fewer(facts.stock()).map(rows -> with(facts, rows, facts.inbound(), facts.offers())),
                        fewer(facts.inbound()).map(rows -> with(facts, facts.stock(), rows, facts.offers())),
                        fewer(facts.offers()).map(rows -> with(facts, facts.stock(), facts.inbound(), rows)),
                        Stream.of(with(facts, Settings.DEFAULT), withoutPolicies(facts)),
                        settings(facts.settings()).map(simpler -> with(facts, simpler)),
                        changed(facts.demand(), SimplerFacts::line).map(rows -> with(facts, rows)),
                        changed(facts.stock(), SimplerFacts::row)
                                .map(rows -> with(facts, rows, facts.inbound(), facts.offers())),
                        changed(facts.inbound(), SimplerFacts::inbound)
                                .map(rows -> with(facts, facts.stock(), rows, facts.offers())),
                        changed(facts.offers(), SimplerFacts::offer)
                                .map(rows -> with(facts, facts.stock(), facts.inbound(), rows)))
                .flatMap(simpler -> simpler);
    }

    private static <T> Stream<List<T>> fewer(List<T> rows) {
        return IntStream.range(0, rows.size()).mapToObj(at -> {
            List<T> fewer = new ArrayList<>(rows);
            fewer.remove(at);
            return fewer;
        });
    }

    private static <T> Stream<List<T>> changed(List<T> rows, Function<T, Stream<T>> simpler) {
        return IntStream.range(0, rows.size())
                .boxed()
                .flatMap(at -> simpler.apply(rows.get(at)).map(other -> {
                    List<T> changed = new ArrayList<>(rows);
                    changed.set(at, other);
                    return changed;
                }));
    }

    private static Facts with(Facts facts, List<DemandLine> demand) {
        return new Facts(
                facts.asOf(),
                facts.settings(),
                facts.policies(),
                facts.stock(),
                facts.inbound(),
                facts.offers(),
                demand);
    }

    private static Facts with(Facts facts, List<StockRow> stock, List<Inbound> inbound, List<Offer> offers) {
        return new Facts(facts.asOf(), facts.settings(), facts.policies(), stock, inbound, offers, facts.demand());
    }

    private static Facts with(Facts facts, Settings settings) {
        return new Facts(
                facts.asOf(),
                settings,
                facts.policies(),
                facts.stock(),
                facts.inbound(),
                facts.offers(),
                facts.demand());
    }

    private static Facts withoutPolicies(Facts facts) {
        return new Facts(
                facts.asOf(),
                facts.settings(),
                Map.of(),
                facts.stock(),
                facts.inbound(),
                facts.offers(),
                facts.demand());
    }

    private static Stream<Settings> settings(Settings s) {
        Set<DayOfWeek> all = EnumSet.allOf(DayOfWeek.class);
        return Stream.of(
                new Settings(s.timeZone(), 0, all, Set.of(), s.locations(), s.queueBy()),
                new Settings(s.timeZone(), s.handlingDays(), s.workingDays(), s.holidays(), List.of(), s.queueBy()),
                new Settings(
                        s.timeZone(), s.handlingDays(), s.workingDays(), s.holidays(), s.locations(), QueueBy.PLACED));
    }

    private static Stream<DemandLine> line(DemandLine line) {
        Stream<DemandLine> less =
                less(line.open()).filter(n -> n >= line.firmUnits()).mapToObj(n -> line(line, n, line.firm()));
        Stream<DemandLine> lessFirm = changed(line.firm(), SimplerFacts::firm)
                .flatMap(firm -> Stream.of(Math.max(0, line.open() - 1), line.open())
                        .filter(open -> open >= sum(firm))
                        .map(open -> line(line, open, firm)));
        OrderId own = new OrderId(line.id().value());
        Stream<DemandLine> plain = Stream.of(
                line(line, line.open(), List.of()),
                new DemandLine(
                        line.id(),
                        own,
                        null,
                        line.variant(),
                        line.open(),
                        line.placedAt(),
                        0,
                        line.offer(),
                        null,
                        Set.of(),
                        Splitting.SPLIT,
                        line.firm()),
                new DemandLine(
                        line.id(),
                        line.order(),
                        line.customer(),
                        line.variant(),
                        line.open(),
                        line.placedAt(),
                        line.priority(),
                        null,
                        line.promisedOn(),
                        line.locations(),
                        line.splitting(),
                        line.firm()));
        return Stream.of(less, lessFirm, plain).flatMap(simpler -> simpler);
    }

    private static DemandLine line(DemandLine line, long open, List<FirmUnits> firm) {
        return new DemandLine(
                line.id(),
                line.order(),
                line.customer(),
                line.variant(),
                open,
                line.placedAt(),
                line.priority(),
                line.offer(),
                line.promisedOn(),
                line.locations(),
                line.splitting(),
                firm);
    }

    private static Stream<FirmUnits> firm(FirmUnits units) {
        return less(units.quantity()).mapToObj(n -> new FirmUnits(units.location(), n));
    }

    private static long sum(List<FirmUnits> firm) {
        return firm.stream().mapToLong(FirmUnits::quantity).sum();
    }

    private static Stream<StockRow> row(StockRow row) {
        return Stream.concat(
                less(row.onHand())
                        .mapToObj(n -> new StockRow(row.variant(), row.location(), row.offer(), n, row.safetyStock())),
                Stream.of(
                        new StockRow(row.variant(), row.location(), row.offer(), row.onHand(), 0),
                        new StockRow(row.variant(), row.location(), null, row.onHand(), row.safetyStock())));
    }

    private static Stream<Inbound> inbound(Inbound row) {
        return Stream.concat(
                less(row.quantity())
                        .mapToObj(n ->
                                new Inbound(row.id(), row.variant(), row.location(), row.offer(), n, row.expectedOn())),
                Stream.of(
                        new Inbound(row.id(), row.variant(), row.location(), null, row.quantity(), row.expectedOn())));
    }

    private static Stream<Offer> offer(Offer o) {
        return Stream.of(
                new Offer(o.id(), o.variants(), null, null, null, o.opens(), o.closes(), o.shipped(), o.ships()),
                new Offer(o.id(), o.variants(), o.cap(), o.perCustomer(), o.perOrder(), null, null, o.shipped(), null),
                new Offer(
                        o.id(),
                        o.variants(),
                        o.cap(),
                        o.perCustomer(),
                        o.perOrder(),
                        o.opens(),
                        o.closes(),
                        0,
                        o.ships()));
    }
}
