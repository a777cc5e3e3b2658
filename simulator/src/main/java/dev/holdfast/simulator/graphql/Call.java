package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.Switch;
import graphql.language.StringValue;
import graphql.language.VariableReference;
import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One field being asked for: its arguments, and who asks. */
record Call(DataFetchingEnvironment environment) {
    /** The request this field is part of. */
    Api api() {
        return Objects.requireNonNull(environment.<Api>getRoot());
    }

    boolean isOn(Switch which) {
        return api().shop().switches().isOn(which);
    }

    Input arguments() {
        return new Input(environment.getArguments());
    }

    /** The key given by {@code @idempotent}; empty when the field has no such directive. */
    Optional<String> idempotencyKey() {
        for (var directive : environment.getField().getDirectives("idempotent")) {
            var argument = directive.getArgument("key");
            var value = argument == null ? null : argument.getValue();
            if (value instanceof StringValue literal) {
                return Optional.ofNullable(literal.getValue());
            }
            if (value instanceof VariableReference variable) {
                return Optional.ofNullable(environment.getVariables().get(variable.getName()))
                        .map(Object::toString);
            }
        }
        return Optional.empty();
    }

    /** Set while a bulk operation runs, where connections are not cut into pages. */
    @Nullable
    BulkRun bulk() {
        return api().bulk();
    }
}
