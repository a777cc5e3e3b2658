package dev.holdfast.planner.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.holdfast.planner.FirmUnits;
import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.Policy;
import dev.holdfast.planner.Ships;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that make no sense by themselves cannot be made. */
class RecordTest {

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE})
    void quantities_are_never_negative(long units) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Given.stock("main", units).row());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Given.stock("main", 1).safety(units).row());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Given.inbound("PO", units).row());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Given.line("a", units).row(Shop.NOW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Given.offer("a").shipped(units).row());
        assertThatIllegalArgumentException().isThrownBy(() -> new FirmUnits(new LocationId("main"), units));
        assertThatIllegalArgumentException().isThrownBy(() -> new Policy.Backorder(units));
    }

    @Test
    void no_more_units_are_firm_than_are_open() {
        Given.Line line = Given.line("a", 3).firm("main", 2).firm("outlet", 2);

        assertThatIllegalArgumentException().isThrownBy(() -> line.row(Shop.NOW));
    }

    @Test
    void goods_are_at_the_first_location_of_the_list_unless_said_otherwise_or_at_main() {
        assertThat(Shop.shop().facts().settings().defaultLocation()).isEqualTo(new LocationId("main"));
        assertThat(Shop.shop().locations("b", "a").facts().settings().defaultLocation())
                .isEqualTo(new LocationId("b"));
    }

    @Test
    void a_window_does_not_end_before_it_begins_and_days_do_not_run_backwards() {
        LocalDate day = LocalDate.parse("2026-12-05");

        assertThatIllegalArgumentException().isThrownBy(() -> new Ships.Window(day, day.minusDays(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ships.AfterDays(-1));
    }

    @Test
    void a_shop_works_some_day_handles_in_no_less_than_no_time_and_lists_a_location_once() {
        assertThatIllegalArgumentException().isThrownBy(() -> Shop.shop().works(0, Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Shop.shop().works(-1, Set.of(DayOfWeek.MONDAY)));
        assertThatIllegalArgumentException().isThrownBy(() -> Shop.shop().locations("main", "main"));
    }
}
