package dev.holdfast.simulator.shop;

import java.util.List;
import java.util.function.Function;

/** The answer to a command: done, or refused with reasons and nothing changed. */
public sealed interface Result<T> {

    /** It was done. */
    record Done<T>(T value) implements Result<T> {}

    /** Nothing was changed. */
    record Refused<T>(List<UserError> errors) implements Result<T> {

        public Refused {
            errors = List.copyOf(errors);
            if (errors.isEmpty()) {
                throw new IllegalArgumentException("A refusal has a reason");
            }
        }
    }

    /** What was done; throws {@link IllegalStateException} with the reasons when it was refused. */
    default T value() {
        return switch (this) {
            case Done<T>(T value) -> value;
            case Refused<T>(List<UserError> errors) -> throw new IllegalStateException("Refused: " + errors);
        };
    }

    /** Why it was refused; empty when it was done. */
    default List<UserError> errors() {
        return switch (this) {
            case Done<T> done -> List.of();
            case Refused<T>(List<UserError> errors) -> errors;
        };
    }

    default <U> Result<U> map(Function<? super T, ? extends U> change) {
        return switch (this) {
            case Done<T>(T value) -> new Done<>(change.apply(value));
            case Refused<T>(List<UserError> errors) -> new Refused<>(errors);
        };
    }

    static <T> Result<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Result<T> refused(UserError error) {
        return new Refused<>(List.of(error));
    }

    static <T> Result<T> refused(List<UserError> errors) {
        return new Refused<>(errors);
    }
}
