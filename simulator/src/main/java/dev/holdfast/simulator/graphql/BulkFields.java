package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.Switch;
import graphql.language.OperationDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Bulk operations: the fields and the mutations. */
final class BulkFields {
    private static final Page.Key<BulkOperation> KEY =
            new Page.Key<>(operation -> operation.createdAt().toEpochMilli(), BulkOperation::id);
    private static final Search<BulkOperation> SEARCH = new Search<BulkOperation>()
            .id("id", BulkOperation::id)
            .text("status", operation -> operation.status().name())
            .is("operation_type", value -> operation -> operation.isMutation() == value.equals("mutation"))
            .time("created_at", BulkOperation::createdAt)
            .time("completed_at", BulkOperation::completedAt);

    private BulkFields() {}

    /** One parameter of a staged target. */
    private record Parameter(String name, String value) {}

    /** A place for an upload. */
    private record Target(String url, String resourceUrl, List<Parameter> parameters) {}

    static void addTo(FieldTable table, Nodes nodes) {
        table.on("BulkOperation", BulkOperation.class)
                .value("id", BulkOperation::gid)
                .value("status", BulkOperation::status)
                .value("type", operation -> operation.isMutation() ? "MUTATION" : "QUERY")
                .value("query", BulkOperation::document)
                .value("createdAt", BulkOperation::createdAt)
                .value("completedAt", BulkOperation::completedAt)
                .value("errorCode", BulkOperation::errorCode)
                .value("objectCount", BulkOperation::objects)
                .value("rootObjectCount", BulkOperation::roots)
                .value("fileSize", operation -> operation.status().ended() ? operation.fileSize() : null)
                .read("url", (operation, call) -> url(operation, call, BulkOperation.Status.COMPLETED))
                .read("partialDataUrl", (operation, call) -> url(operation, call, BulkOperation.Status.FAILED));
        nodes.on(
                "BulkOperation",
                (api, id) -> api.session().bulk().find(id.number()).orElse(null));
        table.on("QueryRoot", Api.class)
                .read(
                        "bulkOperation",
                        (api, call) -> api.session().bulk().find(id(call)).orElse(null))
                .read(
                        "bulkOperations",
                        (api, call) -> Page.searched(
                                api.session().bulk().all().stream()
                                        .filter(SEARCH.parse(call.arguments().optionalText("query")))
                                        .toList(),
                                KEY,
                                call));
        table.on("Mutation", Api.class)
                .mutation("bulkOperationRunQuery", BulkFields::runQuery)
                .mutation("bulkOperationRunMutation", BulkFields::runMutation)
                .mutation("bulkOperationCancel", BulkFields::cancel)
                .mutation("stagedUploadsCreate", BulkFields::stage);
        table.on("StagedMediaUploadTarget", Target.class)
                .value("url", Target::url)
                .value("resourceUrl", Target::resourceUrl)
                .value("parameters", Target::parameters);
        table.on("StagedUploadParameter", Parameter.class)
                .value("name", Parameter::name)
                .value("value", Parameter::value);
    }

    private static long id(Call call) {
        return Ids.of(call.arguments().text("id"), "BulkOperation", id -> id);
    }

    private static @Nullable String url(BulkOperation operation, Call call, BulkOperation.Status wanted) {
        var api = call.api();
        return operation.status() == wanted && operation.result(api.now()) != null
                ? api.session().files().publish(operation.id(), () -> operation.result(api.now()))
                : null;
    }

    private static Payload runQuery(Call call) {
        var api = call.api();
        var text = call.arguments().text("query");
        var engine = api.session().engine(api.version());
        var prepared = engine.prepare(text);
        if (prepared.entry().hasErrors()) {
            return invalid(
                    "query",
                    "Invalid bulk query: " + prepared.errors().getFirst().getMessage(),
                    "INVALID");
        }
        var operation = prepared.operation(null).orElse(null);
        if (operation == null || operation.definition().getOperation() != OperationDefinition.Operation.QUERY) {
            return invalid("query", "Bulk queries must be one query operation.", "INVALID");
        }
        var shape = BulkShape.of(
                engine.schema(), Objects.requireNonNull(prepared.entry().getDocument()), operation.definition());
        var refusal = shape.refusal();
        if (refusal != null) {
            return invalid("query", refusal, "INVALID");
        }
        var begun = api.session().bulk().begin(false, text, api.now()).orElse(null);
        if (begun == null) {
            return limit(api, "query");
        }
        runner(api).query(begun, prepared, shape, call.arguments().flag("groupObjects"));
        return Payload.of("bulkOperation", begun);
    }

    private static Payload runMutation(Call call) {
        var api = call.api();
        var text = call.arguments().text("mutation");
        var prepared = api.session().engine(api.version()).prepare(text);
        var operation = prepared.operation(null).orElse(null);
        boolean good = !prepared.entry().hasErrors()
                && operation != null
                && operation.definition().getOperation() == OperationDefinition.Operation.MUTATION;
        if (!good) {
            return invalid("mutation", "The mutation is not valid.", "INVALID_MUTATION");
        }
        var variables = api.session().files().uploaded(call.arguments().text("stagedUploadPath"));
        if (variables == null) {
            return invalid(
                    "stagedUploadPath",
                    "The JSONL file could not be found. Try uploading the file again, and check that you've entered the"
                            + " URL correctly for the stagedUploadPath mutation argument.",
                    "NO_SUCH_FILE");
        }
        var begun = api.session().bulk().begin(true, text, api.now()).orElse(null);
        if (begun == null) {
            return limit(api, "mutation");
        }
        runner(api).mutation(begun, prepared, variables);
        return Payload.of("bulkOperation", begun);
    }

    private static BulkRunner runner(Api api) {
        return new BulkRunner(
                api.session().files(),
                api.session().engine(api.version()),
                api,
                api.session().bulkEnded());
    }

    private static Payload limit(Api api, String kind) {
        String message = "A bulk " + kind + " operation for this app and shop is already in progress: "
                + BulkOperations.AT_ONCE + " run at once.";
        return api.shop().switches().isOn(Switch.SIXTH_BULK_OPERATION_IS_IN_PROGRESS)
                ? invalid(null, message, "OPERATION_IN_PROGRESS")
                : invalid(null, message, "LIMIT_REACHED");
    }

    private static Payload invalid(@Nullable String field, String message, String code) {
        return Payload.refused(field == null ? null : List.of(field), message, code);
    }

    private static Payload cancel(Call call) {
        var operation = call.api().session().bulk().find(id(call)).orElse(null);
        if (operation == null) {
            return Payload.refused(List.of("id"), "Bulk operation does not exist", null);
        }
        return operation.cancel()
                ? Payload.of("bulkOperation", operation)
                : Payload.refused(
                        null,
                        "A bulk operation cannot be canceled when it is "
                                + operation.status().name().toLowerCase(Locale.ROOT),
                        null);
    }

    private static Payload stage(Call call) {
        var targets = call.arguments().inputs("input").stream()
                .map(input -> target(input, call.api()))
                .toList();
        return Payload.of("stagedTargets", targets);
    }

    private static Target target(Input input, Api api) {
        if (!input.text("resource").equals("BULK_MUTATION_VARIABLES")) {
            throw FieldError.notImplemented("staged uploads of " + input.text("resource"));
        }
        if (!input.optionalText("httpMethod").orElse("PUT").equals("POST")) {
            throw FieldError.notImplemented("staged uploads by PUT");
        }
        var files = api.session().files();
        var key = files.stage(api.shopDomain(), input.text("filename"));
        var values = Map.of("Content-Type", input.text("mimeType"), "success_action_status", "201", "acl", "private");
        var parameters = new ArrayList<Parameter>(List.of(new Parameter("key", key)));
        values.forEach((name, value) -> parameters.add(new Parameter(name, value)));
        var url = files.uploadUrl().toString();
        return new Target(url, url + "/" + key, List.copyOf(parameters));
    }
}
