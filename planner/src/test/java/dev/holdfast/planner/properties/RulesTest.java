package dev.holdfast.planner.properties;

import dev.holdfast.planner.histories.RandomHistory;
import dev.holdfast.planner.histories.Trials;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The rules that no history may break; all of them are tried on the same histories, in one pass. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesTest {

    private enum Rule {
        CONSERVATION,
        NO_WASTE,
        ORDER,
        APPEND,
        FIRM_STAYS,
        DETERMINISM,
        MONOTONIC,
        REPLAY,
        ACCOUNTING,
        LIMITS,
        NOTHING_OF_A_REFUSED_EVENT,
        SECOND_OPINION;

        void check(Trace trace) {
            switch (this) {
                case CONSERVATION -> trace.all().forEach(PlanRules::conservation);
                case NO_WASTE -> trace.all().forEach(PlanRules::noWaste);
                case ORDER -> trace.all().forEach(PlanRules::order);
                case APPEND -> Append.append(trace);
                case FIRM_STAYS -> Replay.firmStays(trace);
                case DETERMINISM -> Shuffled.determinism(trace);
                case MONOTONIC -> Monotonic.monotonic(trace);
                case REPLAY -> Replay.fromScratch(trace);
                case ACCOUNTING -> Ledger.accounting(trace);
                case LIMITS -> Limits.limits(trace);
                case NOTHING_OF_A_REFUSED_EVENT -> Replay.refusalsChangeNothing(trace);
                case SECOND_OPINION -> SecondOpinion.theSame(trace);
            }
        }
    }

    private final Map<Rule, Long> brokenBySeed = new ConcurrentHashMap<>();

    @BeforeAll
    void all_rules_are_tried() {
        Trials.asTold().each(seed -> {
            RandomHistory history = RandomHistory.of(seed);
            if (Trials.breaks(history, one -> tryAll(seed, Trace.of(one)))) {
                note(Rule.CONSERVATION, seed);
            }
        });
    }

    private void tryAll(long seed, Trace trace) {
        for (Rule rule : Rule.values()) {
            if (Trials.breaks(trace.history(), one -> rule.check(trace))) {
                note(rule, seed);
            }
        }
    }

    private void note(Rule rule, long seed) {
        brokenBySeed.merge(rule, seed, Math::min);
    }

    private void holds(Rule rule) {
        Long seed = brokenBySeed.get(rule);
        if (seed != null) {
            throw Trials.broken(seed, history -> rule.check(Trace.of(history)));
        }
    }

    @Test
    void p1_units_pegged_never_exceed_the_supply_or_the_line() {
        holds(Rule.CONSERVATION);
    }

    @Test
    void p2_no_line_is_uncovered_beside_a_supply_it_may_use() {
        holds(Rule.NO_WASTE);
    }

    @Test
    void p3_nobody_behind_is_served_sooner_from_where_the_one_ahead_may_take() {
        holds(Rule.ORDER);
    }

    @Test
    void p4_a_line_at_the_tail_moves_nobody_and_gets_what_is_left() {
        holds(Rule.APPEND);
    }

    @Test
    void p5_firm_units_stay_where_they_are_and_what_is_short_is_reported() {
        holds(Rule.FIRM_STAYS);
    }

    @Test
    void p6_the_same_facts_in_any_order_give_the_same_plan() {
        holds(Rule.DETERMINISM);
    }

    @Test
    void p7_more_or_earlier_supply_makes_nobody_later() {
        holds(Rule.MONOTONIC);
    }

    @Test
    void p8_events_one_at_a_time_end_in_the_plan_from_scratch() {
        holds(Rule.REPLAY);
    }

    @Test
    void p9_ordered_is_shipped_cancelled_or_open_and_stock_adds_up() {
        holds(Rule.ACCOUNTING);
    }

    @Test
    void p10_what_is_accepted_never_exceeds_a_cap_or_a_limit() {
        holds(Rule.LIMITS);
    }

    @Test
    void an_event_that_cannot_be_changes_nothing() {
        holds(Rule.NOTHING_OF_A_REFUSED_EVENT);
    }

    @Test
    void the_naive_planner_says_the_same_after_every_event() {
        holds(Rule.SECOND_OPINION);
    }
}
