package dev.holdfast.simulator.graphql;

import static dev.holdfast.simulator.ShopFixture.operation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BulkTest {
    private static final String PRODUCTS = "{ products { edges { node { id title variants { edges { node { id sku"
            + " inventoryItem { id inventoryLevels { nodes { id location { name } } } } } } } } } } }";
    private final ShopFixture fixture = new ShopFixture(SimulatorSettings.usual());
    private final List<CompletableFuture<BulkFinished>> awaited = new ArrayList<>();

    BulkTest() {
        fixture.simulator.admin().onBulkFinished(finished -> {
            synchronized (awaited) {
                awaited.removeFirst().complete(finished);
            }
        });
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void each_node_becomes_a_line_and_each_child_names_its_parent() throws Exception {
        var bear = fixture.product("Bear", 2);
        fixture.product("Car", 1);
        var operation = run(PRODUCTS, false);
        assertThat(operation.path("status").asString()).isEqualTo("COMPLETED");
        var lines = lines(operation);
        assertThat(lines).hasSize(2 + 3 + 3);
        assertThat(operation.path("objectCount").asInt()).isEqualTo(8);
        assertThat(operation.path("rootObjectCount").asInt()).isEqualTo(2);
        var variant = bear.variants().getFirst().gid();
        var ofBear = lines.stream()
                .filter(line -> line.path("id").asString().equals(variant))
                .findFirst()
                .orElseThrow();
        assertThat(ofBear.path("__parentId").asString()).isEqualTo(bear.id().gid());
        assertThat(ofBear.path("inventoryItem").propertyNames()).containsExactly("id");
        assertThat(lines.stream()
                        .filter(line -> line.path("__parentId").asString("").equals(variant)))
                .singleElement()
                .satisfies(
                        level -> assertThat(level.path("location").path("name").asString())
                                .isEqualTo("Shop location"));
    }

    @Test
    void grouped_children_follow_their_parent_at_once() throws Exception {
        fixture.product("Bear", 2);
        fixture.product("Car", 1);
        var lines = lines(run(PRODUCTS, true));
        assertThat(lines.get(0).path("title").asString()).isEqualTo("Bear");
        assertThat(lines.get(1).path("sku").asString()).isEqualTo("Bear-0");
        assertThat(lines.get(1).path("__parentId")).isEqualTo(lines.get(0).path("id"));
        assertThat(lines.get(2).path("__parentId")).isEqualTo(lines.get(1).path("id"));
        var ungrouped = lines(run(PRODUCTS, false));
        assertThat(ungrouped.get(1).path("title").asString()).isEqualTo("Car");
        assertThat(ungrouped).containsExactlyInAnyOrderElementsOf(lines);
    }

    @Test
    void more_rows_than_a_page_come_whole_and_once() throws Exception {
        for (int i = 0; i < 620; i++) {
            fixture.product("Toy " + i, 1);
        }
        var lines = lines(run("{ products(first: 5, query: \"title:Toy*\") { nodes { id title } } }", false));
        assertThat(lines).hasSize(620).doesNotHaveDuplicates();
    }

    @Test
    void a_query_shopify_would_not_run_in_bulk_is_refused() {
        assertThat(refusal("{ shop { id } }")).contains("at least one connection");
        assertThat(refusal("{ products { nodes { id } } locations { nodes { id } } }"))
                .contains("one top-level field");
        assertThat(refusal("{ products { nodes { title variants { nodes { id } } } } }"))
                .contains("Connection fields without 'id': products");
        assertThat(refusal("{ products { nodes { nonsense } } }")).contains("nonsense");
        assertThat(refusal("mutation { productDelete(input: {id: \"x\"}) { userErrors { field } } }"))
                .contains("one query operation");
        assertThat(refusal("{ products { nodes { id variants { nodes { id sellingPlanGroups { nodes { id"
                        + " sellingPlans { nodes { id } } } } } } } } }"))
                .contains("nesting depth");
    }

    @Test
    void a_field_the_app_may_not_read_fails_the_operation() throws Exception {
        fixture.product("Bear", 1);
        var token = fixture.install("small", "read_products");
        var done = awaitNext();
        var id = start(
                token, "{ productVariants { nodes { id inventoryItem { id inventoryLevels { nodes { id } } } } } }");
        assertThat(done.get(20, TimeUnit.SECONDS).errorCode()).isEqualTo("ACCESS_DENIED");
        var operation = fixture.ask(token, operation("BulkOp"), Map.of("id", id))
                .path("data")
                .path("bulkOperation");
        assertThat(operation.path("status").asString()).isEqualTo("FAILED");
        assertThat(operation.path("errorCode").asString()).isEqualTo("ACCESS_DENIED");
        assertThat(operation.path("url").isNull()).isTrue();
    }

    @Test
    void a_result_can_be_fetched_for_seven_days() throws Exception {
        fixture.product("Bear", 1);
        var operation = run(PRODUCTS, false);
        var url = operation.path("url").asString();
        assertThat(fixture.caller.get(url).status()).isEqualTo(200);
        fixture.clock.advance(Duration.ofDays(7).plusSeconds(1));
        assertThat(fixture.caller.get(url).status()).isEqualTo(404);
    }

    @Test
    void a_mutation_runs_for_each_line_of_an_upload() throws Exception {
        var bear = fixture.product("Bear", 1);
        var car = fixture.product("Car", 1);
        var path = upload(List.of(
                "{\"p\": {\"id\": \"%s\", \"title\": \"Big bear\"}}"
                        .formatted(bear.id().gid()),
                "{\"p\": {\"id\": \"%s\", \"title\": \"Big car\"}}"
                        .formatted(car.id().gid()),
                "{\"p\": {\"id\": \"gid://shopify/Product/1\", \"title\": \"Nothing\"}}"));
        var done = awaitNext();
        var answer = fixture.data(
                        "mutation($m: String!, $path: String!) { bulkOperationRunMutation(mutation: $m,"
                                + " stagedUploadPath: $path) { bulkOperation { id } userErrors { message code } } }",
                        Map.of(
                                "m",
                                "mutation($p: ProductUpdateInput!) { productUpdate(product: $p)"
                                        + " { product { title } userErrors { message } } }",
                                "path",
                                path))
                .path("bulkOperationRunMutation");
        assertThat(done.get(20, TimeUnit.SECONDS).type()).isEqualTo("mutation");
        var operation = fixture.data(
                        operation("BulkOp"),
                        Map.of("id", answer.path("bulkOperation").path("id").asString()))
                .path("bulkOperation");
        var lines = lines(operation);
        assertThat(lines.stream().map(line -> line.path("__lineNumber").asInt()))
                .containsExactly(0, 1, 2);
        assertThat(lines.get(1).findValuesAsString("title")).containsExactly("Big car");
        assertThat(lines.get(2).findValuesAsString("message")).containsExactly("Product does not exist");
        assertThat(fixture.shop
                        .catalog()
                        .products()
                        .find(bear.id())
                        .orElseThrow()
                        .title())
                .isEqualTo("Big bear");
    }

    @Test
    void a_mutation_without_its_file_is_refused() {
        var answer = fixture.data(
                        "mutation { bulkOperationRunMutation(mutation: \"mutation($p: ProductUpdateInput!)"
                                + " { productUpdate(product: $p) { userErrors { message } } }\", stagedUploadPath:"
                                + " \"tmp/none\") { bulkOperation { id } userErrors { code } } }",
                        Map.of())
                .path("bulkOperationRunMutation");
        assertThat(answer.path("userErrors").path(0).path("code").asString()).isEqualTo("NO_SUCH_FILE");
    }

    @Test
    void five_of_a_kind_run_at_once() {
        var operations = new BulkOperations();
        var now = fixture.clock.now();
        for (int i = 0; i < 5; i++) {
            assertThat(operations.begin(false, "q", now)).isPresent();
        }
        assertThat(operations.begin(false, "q", now)).isEmpty();
        assertThat(operations.begin(true, "m", now)).isPresent();
        assertThat(operations.all().getFirst().cancel()).isTrue();
        assertThat(operations.begin(false, "q", now)).isEmpty();
    }

    private String upload(List<String> lines) throws IOException {
        var target = fixture.data(
                        operation("Stage"),
                        Map.of(
                                "i",
                                List.of(Map.of(
                                        "resource", "BULK_MUTATION_VARIABLES",
                                        "filename", "vars.jsonl",
                                        "mimeType", "text/jsonl",
                                        "httpMethod", "POST"))))
                .path("stagedUploadsCreate")
                .path("stagedTargets")
                .path(0);
        var body = new StringBuilder();
        var key = "";
        for (var parameter : target.path("parameters")) {
            var name = parameter.path("name").asString();
            key = name.equals("key") ? parameter.path("value").asString() : key;
            body.append("--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n"
                    + parameter.path("value").asString() + "\r\n");
        }
        body.append("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"vars.jsonl\"\r\n"
                + "Content-Type: text/jsonl\r\n\r\n" + String.join("\n", lines) + "\r\n--x--\r\n");
        var got = fixture.caller.post(
                target.path("url").asString(),
                "multipart/form-data; boundary=x",
                body.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(got.status()).isEqualTo(201);
        assertThat(got.body()).contains("<Key>" + key + "</Key>");
        return key;
    }

    private String refusal(String query) {
        var answer = fixture.data(operation("Bulk"), Map.of("q", query)).path("bulkOperationRunQuery");
        assertThat(answer.path("bulkOperation").isNull()).isTrue();
        assertThat(answer.path("userErrors").path(0).path("code").asString()).isEqualTo("INVALID");
        return answer.path("userErrors").path(0).path("message").asString();
    }

    private JsonNode run(String query, boolean grouped) throws Exception {
        var done = awaitNext();
        var document = operation("Bulk").replace("groupObjects: false", "groupObjects: " + grouped);
        var answer = fixture.data(document, Map.of("q", query)).path("bulkOperationRunQuery");
        assertThat(answer.path("userErrors")).isEmpty();
        assertThat(done.get(20, TimeUnit.SECONDS).type()).isEqualTo("query");
        return fixture.data(
                        operation("BulkOp"),
                        Map.of("id", answer.path("bulkOperation").path("id").asString()))
                .path("bulkOperation");
    }

    private String start(String token, String query) {
        return fixture.ask(token, operation("Bulk"), Map.of("q", query))
                .path("data")
                .path("bulkOperationRunQuery")
                .path("bulkOperation")
                .path("id")
                .asString();
    }

    private CompletableFuture<BulkFinished> awaitNext() {
        var next = new CompletableFuture<BulkFinished>();
        synchronized (awaited) {
            awaited.add(next);
        }
        return next;
    }

    private List<JsonNode> lines(JsonNode operation) throws IOException {
        var body = fixture.caller.get(operation.path("url").asString()).body();
        assertThat(body.getBytes(StandardCharsets.UTF_8).length)
                .isEqualTo(operation.path("fileSize").asInt());
        return body.lines().map(JsonMapper.shared()::readTree).toList();
    }
}
