package dev.holdfast.shopify.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.shopify.ShopifyApp;
import dev.holdfast.shopify.client.ShopifySchema;
import graphql.schema.GraphQLEnumType;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {
    @ParameterizedTest
    @ValueSource(strings = {"2026-07", "2026-10"})
    void every_topic_is_one_of_shopifys_and_within_the_scopes_we_ask_for(String version) {
        var type = (GraphQLEnumType)
                Objects.requireNonNull(ShopifySchema.of(version).getType("WebhookSubscriptionTopic"));
        assertThat(Arrays.asList(Topic.values())).allSatisfy(topic -> {
            var value = Objects.requireNonNull(type.getValue(topic.name()), topic.name());
            assertThat(value.isDeprecated()).as(topic.name()).isFalse();
            assertThat(ShopifyApp.WANTED.coverAll(topic.anyOf()))
                    .as(topic.name())
                    .isTrue();
        });
    }
}
