package dev.holdfast.shopify.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.shopify.ShopifyFault.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AnswerReaderTest {
    private static Reply read(String json) {
        return AnswerReader.read(JsonMapper.shared().readTree(json), "harmless/hold");
    }

    private static Answer given(String json) {
        assertThat(read(json)).isInstanceOf(Reply.Given.class);
        return ((Reply.Given) read(json)).answer();
    }

    private static Reply.Denied denied(String json) {
        assertThat(read(json)).isInstanceOf(Reply.Denied.class);
        return (Reply.Denied) read(json);
    }

    @Test
    void costs_may_have_a_fraction() {
        var cost = given("""
                {"data": {"shop": {"id": "1"}}, "extensions": {"cost": {"requestedQueryCost": 1, "actualQueryCost": 1.0,
                 "throttleStatus": {"maximumAvailable": 2000.0, "currentlyAvailable": 1999, "restoreRate": 100.0}}}}""").cost().orElseThrow();
        assertThat(cost.level()).isEqualTo(new Cost.Level(2000, 1999, 100));
        assertThat(cost.actual()).hasValue(1);
    }

    @Test
    void being_throttled_tells_until_when() {
        var no = denied("""
                {"errors": [{"message": "Throttled", "extensions": {"code": "THROTTLED"}}],
                 "extensions": {"cost": {"requestedQueryCost": 60, "actualQueryCost": null,
                 "throttleStatus": {"maximumAvailable": 2000, "currentlyAvailable": 10, "restoreRate": 100}}}}""");
        assertThat(no.fault().kind()).isEqualTo(Kind.THROTTLED);
        assertThat(no.fault().canBeRepeated()).isTrue();
        assertThat(no.fault().mayHaveHappened()).isFalse();
        assertThat(no.fault().after()).contains(Duration.ofMillis(500));
        assertThat(no.cost().orElseThrow().actual()).isEmpty();
    }

    @Test
    void user_errors_are_an_answer_whatever_their_field_is_called() {
        var answer = given("""
                {"data": {"orderCancel": {"job": null, "orderCancelUserErrors": [
                 {"field": ["orderId"], "message": "Order is gone", "code": "NOT_FOUND"},
                 {"field": null, "message": "No code"}]}}}""");
        assertThat(answer.userErrors())
                .extracting(Object::toString)
                .containsExactly("NOT_FOUND: Order is gone (orderId)", "No code");
    }

    @Test
    void a_mutation_that_came_to_nothing_is_no_answer() {
        var no = denied("""
                {"data": {"fulfillmentOrderHold": null}, "errors": [{"message": "Access denied for fulfillmentOrderHold.",
                 "path": ["fulfillmentOrderHold"], "extensions": {"code": "ACCESS_DENIED"}}]}""");
        assertThat(no.fault().kind()).isEqualTo(Kind.ACCESS_DENIED);
        assertThat(no.fault()).hasMessageContaining("Access denied for fulfillmentOrderHold.");
        assertThat(no.fault().canBeRepeated()).isFalse();
    }

    @Test
    void a_thing_that_is_not_there_is_an_answer() {
        assertThat(given("{\"data\": {\"order\": null}}").data().path("order").isNull())
                .isTrue();
    }

    @Test
    void fields_the_app_may_not_see_leave_the_rest() {
        var answer = given("""
                {"data": {"order": {"id": "gid://shopify/Order/1", "email": null}}, "errors": [
                 {"message": "Not approved", "path": ["order", "email"], "extensions": {"code": "ACCESS_DENIED"}}]}""");
        assertThat(answer.data().path("order").path("id").asString()).isEqualTo("gid://shopify/Order/1");
        assertThat(answer.incomplete()).containsExactly("Not approved (order.email)");
    }

    @Test
    void an_inner_failure_of_shopify_may_have_done_it() {
        var no = denied("""
                {"errors": [{"message": "Internal error", "extensions": {"code": "INTERNAL_SERVER_ERROR"}}]}""");
        assertThat(no.fault().kind()).isEqualTo(Kind.BROKEN);
        assertThat(no.fault().mayHaveHappened()).isTrue();
    }

    @Test
    void a_wrong_document_is_not_sent_again() {
        var no = denied("{\"errors\": [{\"message\": \"Field 'x' doesn't exist\"}]}");
        assertThat(no.fault().kind()).isEqualTo(Kind.REFUSED);
        assertThat(no.fault().canBeRepeated()).isFalse();
    }

    @Test
    void json_that_is_no_answer_counts_as_lost() {
        for (var json : new String[] {"{}", "[]", "null", "{\"data\": null}", "{\"errors\": []}", "3"}) {
            assertThat(denied(json).fault().kind()).as(json).isEqualTo(Kind.LOST);
        }
    }
}
