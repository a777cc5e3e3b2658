package dev.holdfast.shopify.client;

import dev.holdfast.shopify.GlobalId;
import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.ShopifyFault.Kind;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads things by their ids, as many in a request as there are points for, and what spoils a request by itself. */
public final class NodeReader {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ShopifyClient client;
    private final PatientReader reader;
    private final InstantSource clock;

    public NodeReader(ShopifyClient client, PatientReader reader, InstantSource clock) {
        this.client = client;
        this.reader = reader;
        this.clock = clock;
    }

    /** How many points of this shop's are left now; without end while it has not been asked. */
    public double left(Access access) {
        return client.throttle().left(access.shop());
    }

    /** What one thing costs that is asked for by this document; 0 while that is not known. */
    public double cost(Document document) {
        return client.throttle().cost(document);
    }

    /**
     * What Shopify has under these ids, in their order; the document reads those of its variable {@code ids} as {@code
     * nodes}. Throws nothing that is Shopify's fault.
     */
    public List<Found<JsonNode>> read(Access access, Document document, List<GlobalId> ids) {
        int room = client.throttle().room(access.shop(), document);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return new Asking(access, document, threads).inParts(ids, room);
        }
    }

    /** Requests side by side. */
    private final class Asking {
        private final Access access;
        private final Document document;
        private final ExecutorService threads;

        Asking(Access access, Document document, ExecutorService threads) {
            this.access = access;
            this.document = document;
            this.threads = threads;
        }

        List<Found<JsonNode>> inParts(List<GlobalId> ids, int size) {
            var parts = new ArrayList<CompletableFuture<List<Found<JsonNode>>>>();
            for (int from = 0; from < ids.size(); from += size) {
                var part = ids.subList(from, Math.min(ids.size(), from + size));
                parts.add(CompletableFuture.supplyAsync(() -> together(part), threads));
            }
            return parts.stream().flatMap(part -> part.join().stream()).toList();
        }

        private List<Found<JsonNode>> together(List<GlobalId> ids) {
            var asOf = clock.instant();
            try {
                var nodes = nodes(ids);
                return ids.stream()
                        .map(id -> Found.of(id.number(), asOf, Optional.ofNullable(nodes.get(id))))
                        .toList();
            } catch (ShopifyFault e) {
                if (ids.size() > 1 && !e.isOfShop()) {
                    // One of them may be to blame.
                    return inParts(ids, 1);
                }
                return ids.stream()
                        .map(id -> Found.<JsonNode>failed(id.number(), asOf, e))
                        .toList();
            }
        }

        private Map<GlobalId, JsonNode> nodes(List<GlobalId> ids) {
            var variables = JSON.createObjectNode();
            var given = variables.putArray("ids");
            ids.forEach(id -> given.add(id.toString()));
            var answer = reader.read(access, document, variables, ids.size());
            if (!answer.incomplete().isEmpty()) {
                // Taken for whole, what is missing would be forgotten here.
                throw partial(ids, String.join("; ", answer.incomplete()));
            }
            var nodes = answer.data().path("nodes");
            if (nodes.size() != ids.size()) {
                throw partial(ids, nodes.size() + " things instead of " + ids.size());
            }
            var found = new HashMap<GlobalId, JsonNode>();
            for (int at = 0; at < ids.size(); at++) {
                // In the order of the ids, with null for what is not there (GraphQL Global Object Identification).
                if (nodes.get(at).isObject()) {
                    found.put(ids.get(at), nodes.get(at));
                }
            }
            return found;
        }

        private ShopifyFault partial(List<GlobalId> ids, String what) {
            var first = ids.getFirst() + (ids.size() == 1 ? "" : " and " + (ids.size() - 1) + " others");
            return new ShopifyFault(Kind.PARTIAL, "Shopify answered only a part of " + first + ": " + what);
        }
    }
}
