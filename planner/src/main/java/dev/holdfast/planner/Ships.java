package dev.holdfast.planner;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** An offer's own word on when its lines ship; it stands, as written, for units that no dated supply covers. */
public sealed interface Ships {

    /** On a fixed date. */
    record On(LocalDate date) implements Ships {}

    /** So many calendar days after the date on which the line was placed, in the shop's time zone. */
    record AfterDays(int days) implements Ships {
        public AfterDays {
            if (days < 0) {
                throw new IllegalArgumentException("an offer cannot ship " + days + " days after its order");
            }
        }
    }

    /** Some time in a window; its last day counts. */
    record Window(LocalDate from, LocalDate until) implements Ships {
        public Window {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("a window cannot end on " + until + ", before " + from);
            }
        }
    }

    /** The date this rule gives a line placed at that instant. */
    default LocalDate dateFor(Instant placedAt, ZoneId zone) {
        return switch (this) {
            case On on -> on.date();
            case AfterDays after -> placedAt.atZone(zone).toLocalDate().plusDays(after.days());
            case Window window -> window.until();
        };
    }
}
