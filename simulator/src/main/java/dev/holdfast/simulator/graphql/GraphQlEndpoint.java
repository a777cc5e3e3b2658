package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.auth.Grant;
import dev.holdfast.simulator.auth.Scopes;
import dev.holdfast.simulator.http.Answer;
import dev.holdfast.simulator.http.Endpoint;
import dev.holdfast.simulator.http.Exchange;
import dev.holdfast.simulator.http.Refusal;
import dev.holdfast.simulator.shop.ApiVersion;
import dev.holdfast.simulator.shop.Switch;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /admin/api/{version}/graphql.json}: token, budget, document, answer. */
final class GraphQlEndpoint implements Endpoint {
    private static final int MAX_BODY = 8 * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();
    private final AdminApi admin;
    private final Map<Set<String>, Set<String>> impliedScopes = new ConcurrentHashMap<>();

    GraphQlEndpoint(AdminApi admin) {
        this.admin = admin;
    }

    private record Asked(
            @Nullable String query,
            @Nullable Map<String, Object> variables,
            @Nullable String operationName) {}

    @Override
    public Answer answer(Exchange exchange) throws IOException {
        var domain = admin.shops().of(exchange);
        var version = version(exchange.segment("version"));
        var grant = exchange.header("X-Shopify-Access-Token")
                .flatMap(token -> admin.apps().on(domain).tokens().find(token))
                .orElseThrow(() -> new Refusal(
                        401, "[API] Invalid API key or access token (unrecognized login or wrong password)"));
        var asked = read(exchange.body(MAX_BODY));
        if (asked.query() == null) {
            throw new Refusal(400, "Required parameter missing or invalid: query");
        }
        var api = api(domain, grant, version);
        return run(api, asked, asked.query(), wantsFields(exchange, api));
    }

    private static ApiVersion version(String wire) {
        return Arrays.stream(ApiVersion.values())
                .filter(version -> version.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "Not Found: the simulator has no Admin API " + wire));
    }

    private Api api(String domain, Grant grant, ApiVersion version) {
        var scopes = impliedScopes.computeIfAbsent(grant.scopes(), granted -> Set.copyOf(Scopes.withImplied(granted)));
        var session = admin.session(domain, grant.app());
        return new Api(domain, admin.shop(domain), grant, scopes, version, session, null);
    }

    private static boolean wantsFields(Exchange exchange, Api api) {
        return exchange.header(CostFields.HEADER).filter("1"::equals).isPresent()
                && api.shop().switches().isOn(Switch.COST_IS_SHOWN_BY_FIELD);
    }

    private Answer run(Api api, Asked asked, String text, boolean byField) {
        var engine = AdminApi.engine(api.version());
        var prepared = engine.prepare(text);
        if (prepared.entry().hasErrors()) {
            return Answer.json(200, Map.of("errors", errors(prepared.errors())));
        }
        var operation = prepared.operation(asked.operationName());
        if (operation.isEmpty()) {
            return problem("An operation name is required", Map.of("code", "BAD_REQUEST"), null);
        }
        Map<String, Object> variables = asked.variables() == null ? Map.of() : asked.variables();
        var switches = api.shop().switches();
        var pricing = Pricing.of(switches);
        var price = operation.get().cost();
        int requested = price.requested(variables, pricing);
        if (requested > PlanLimits.MAX_QUERY_COST && switches.isOn(Switch.LARGE_QUERIES_ARE_REFUSED)) {
            return tooDear(requested);
        }
        var throttle = api.session().throttle();
        boolean decimal = switches.isOn(Switch.THROTTLE_NUMBERS_ARE_DECIMAL);
        if (!throttle.take(requested)) {
            return throttled(cost(requested, null, throttle.status(decimal)));
        }
        var result = engine.execute(prepared, asked.operationName(), variables, api);
        double actual = Math.min(requested, price.actual(result.getData(), pricing));
        throttle.giveBack(requested - Math.ceil(actual));
        var cost = cost(requested, (int) Math.ceil(actual), throttle.status(decimal));
        if (byField) {
            cost.put("fields", CostFields.of(price, variables, pricing));
        }
        return Answer.json(200, body(result, cost));
    }

    private static Asked read(byte[] body) {
        try {
            return JSON.readValue(body, Asked.class);
        } catch (JacksonException e) {
            throw new Refusal(400, "The body is not JSON with a query: " + e.getOriginalMessage());
        }
    }

    private static Map<String, Object> body(ExecutionResult result, Map<String, @Nullable Object> cost) {
        var body = new LinkedHashMap<String, Object>();
        if (result.isDataPresent()) {
            body.put("data", result.getData());
        }
        if (!result.getErrors().isEmpty()) {
            body.put("errors", errors(result.getErrors()));
        }
        body.put("extensions", Map.of("cost", cost));
        return body;
    }

    private static Map<String, @Nullable Object> cost(
            int requested, @Nullable Integer actual, Map<String, Object> throttle) {
        var cost = new LinkedHashMap<String, @Nullable Object>();
        cost.put("requestedQueryCost", requested);
        cost.put("actualQueryCost", actual);
        cost.put("throttleStatus", throttle);
        return cost;
    }

    private static Answer throttled(Map<String, @Nullable Object> cost) {
        return problem(
                "Throttled",
                Map.of("code", "THROTTLED", "documentation", "https://shopify.dev/api/usage/rate-limits"),
                cost);
    }

    private static Answer tooDear(int requested) {
        return problem(
                "Query cost is " + requested + ", which exceeds the single query max cost limit ("
                        + PlanLimits.MAX_QUERY_COST + ").",
                Map.of(
                        "code",
                        "MAX_COST_EXCEEDED",
                        "cost",
                        requested,
                        "maxCost",
                        PlanLimits.MAX_QUERY_COST,
                        "documentation",
                        "https://shopify.dev/api/usage/rate-limits"),
                null);
    }

    private static Answer problem(
            String message, Map<String, Object> extensions, @Nullable Map<String, @Nullable Object> cost) {
        var body = new LinkedHashMap<String, Object>();
        body.put("errors", List.of(Map.of("message", message, "extensions", extensions)));
        if (cost != null) {
            body.put("extensions", Map.of("cost", cost));
        }
        return Answer.json(200, body);
    }

    static List<Map<String, Object>> errors(List<? extends GraphQLError> errors) {
        return errors.stream().map(GraphQlEndpoint::error).toList();
    }

    private static Map<String, Object> error(GraphQLError error) {
        var written = new LinkedHashMap<String, Object>();
        written.put("message", String.valueOf(error.getMessage()));
        if (error.getLocations() != null) {
            written.put(
                    "locations",
                    error.getLocations().stream()
                            .map(at -> Map.of("line", at.getLine(), "column", at.getColumn()))
                            .toList());
        }
        if (error.getPath() != null) {
            written.put("path", error.getPath());
        }
        if (error.getExtensions() != null) {
            written.put("extensions", error.getExtensions());
        }
        return written;
    }
}
