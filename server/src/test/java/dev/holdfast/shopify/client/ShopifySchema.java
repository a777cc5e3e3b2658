package dev.holdfast.shopify.client;

import graphql.introspection.IntrospectionResultToSchema;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Shopify's real Admin schema, as its introspection gave it. */
public final class ShopifySchema {
    private static final Map<String, GraphQLSchema> READ = new ConcurrentHashMap<>();

    private ShopifySchema() {}

    public static GraphQLSchema of(String version) {
        return READ.computeIfAbsent(version, ShopifySchema::read);
    }

    private static GraphQLSchema read(String version) {
        var name = "/shopify/admin-" + version + ".json.gz";
        try (var file = ShopifySchema.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("There is no " + name);
            }
            Map<String, Object> json =
                    JsonMapper.shared().readValue(new GZIPInputStream(file), new TypeReference<>() {});
            var data = json.get("data") instanceof Map<?, ?> inner ? inner : json;
            @SuppressWarnings("unchecked")
            var document = new IntrospectionResultToSchema().createSchemaDefinition((Map<String, Object>) data);
            return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().buildRegistry(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
