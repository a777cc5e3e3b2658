package dev.holdfast.shopify.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.shopify.client.Document.Repeat;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
    private static List<Document> all() throws IOException, URISyntaxException {
        var root = Path.of(
                Objects.requireNonNull(Document.class.getResource("/graphql")).toURI());
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .map(file -> Document.named(file.replaceFirst("\\.graphql$", "")))
                    .toList();
        }
    }

    private static List<String> problems(Repeat repeat, String text) {
        return new DocumentRules(ShopifySchema.of("2026-07")).problems(new Document("a/b", text, repeat));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-07", "2026-10"})
    void every_document_is_one_that_shopify_takes(String version) throws Exception {
        var rules = new DocumentRules(ShopifySchema.of(version));
        assertThat(all())
                .hasSizeGreaterThan(5)
                .allSatisfy(document ->
                        assertThat(rules.problems(document)).as(document.name()).isEmpty());
    }

    @Test
    void a_missing_key_is_found_though_the_schema_allows_it() {
        assertThat(problems(Repeat.HARMLESS, """
                mutation A($input: InventoryAdjustQuantitiesInput!) {
                  inventoryAdjustQuantities(input: $input) { userErrors { code } } }"""))
                .containsExactly("inventoryAdjustQuantities lacks @idempotent(key: $key)");
    }

    @Test
    void a_key_in_the_wrong_folder_is_found() {
        assertThat(problems(Repeat.HARMLESS, """
                mutation A($input: InventoryAdjustQuantitiesInput!, $key: String!) {
                  inventoryAdjustQuantities(input: $input) @idempotent(key: $key) { userErrors { code } } }"""))
                .containsExactly("inventoryAdjustQuantities has key, so it lies in the wrong folder");
        assertThat(problems(Repeat.SAME_KEY, """
                mutation A($id: ID!) { fulfillmentOrderOpen(id: $id) { userErrors { message } } }"""))
                .containsExactly("fulfillmentOrderOpen has no key, so it lies in the wrong folder");
    }

    @Test
    void a_key_that_is_an_argument_counts() {
        assertThat(problems(Repeat.SAME_KEY, """
                mutation A($id: ID!, $mandate: ID!, $key: String!) {
                  orderCreateMandatePayment(id: $id, mandateId: $mandate, idempotencyKey: $key) {
                    userErrors { code } } }""")).isEmpty();
    }

    @Test
    void deprecated_fields_are_found() {
        assertThat(problems(Repeat.READ, "query A($id: ID!) { customer(id: $id) { email } }"))
                .singleElement()
                .asString()
                .startsWith("email is deprecated");
        assertThat(problems(Repeat.READ, "query A($ids: [ID!]!) { nodes(ids: $ids) { ... on Customer { id email } } }"))
                .singleElement()
                .asString()
                .startsWith("email is deprecated");
    }

    @Test
    void what_the_schema_does_not_have_is_found() {
        assertThat(problems(Repeat.READ, "query A { shop { colour } }")).isNotEmpty();
        assertThat(problems(Repeat.READ, "query A($id: Int!) { order(id: $id) { id } }"))
                .isNotEmpty();
    }

    @Test
    void a_change_among_the_reads_is_found() {
        assertThat(problems(Repeat.READ, """
                mutation A($id: ID!) { fulfillmentOrderOpen(id: $id) { userErrors { message } } }"""))
                .containsExactly("fulfillmentOrderOpen lies in the wrong folder for a change");
    }

    @Test
    void two_changes_in_one_document_are_found() {
        assertThat(problems(Repeat.HARMLESS, """
                mutation A($id: ID!) { fulfillmentOrderOpen(id: $id) { userErrors { message } }
                  b: fulfillmentOrderOpen(id: $id) { userErrors { message } } }""")).anyMatch(problem -> problem.contains("2 mutations"));
    }

    @Test
    void a_document_that_is_not_there_is_our_bug() {
        assertThatThrownBy(() -> Document.named("read/nothing"))
                .hasMessageContaining("no graphql/read/nothing.graphql");
        assertThatThrownBy(() -> Document.named("../secrets")).hasMessageContaining("does not name a document");
        assertThat(Document.exists("read/nothing")).isFalse();
        assertThat(Document.exists("read/app-installation")).isTrue();
    }
}
