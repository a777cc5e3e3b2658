package dev.holdfast.simulator.graphql;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One bulk operation, from its making to the end of its result. */
final class BulkOperation {
    /** How long a result can be fetched. */
    static final Duration RESULT_LIFE = Duration.ofDays(7);

    private final long id;
    private final boolean mutation;
    private final String document;
    private final Instant createdAt;
    private Status status = Status.CREATED;
    private @Nullable Instant completedAt;
    private @Nullable String errorCode;
    private @Nullable Path result;
    private long fileSize;
    private long objects;
    private long roots;

    /** As {@code BulkOperationStatus}. */
    enum Status {
        CREATED,
        RUNNING,
        CANCELING,
        CANCELED,
        COMPLETED,
        EXPIRED,
        FAILED;

        boolean ended() {
            return this != CREATED && this != RUNNING && this != CANCELING;
        }
    }

    BulkOperation(long id, boolean mutation, String document, Instant createdAt) {
        this.id = id;
        this.mutation = mutation;
        this.document = document;
        this.createdAt = createdAt;
    }

    long id() {
        return id;
    }

    String gid() {
        return "gid://shopify/BulkOperation/" + id;
    }

    boolean isMutation() {
        return mutation;
    }

    String document() {
        return document;
    }

    Instant createdAt() {
        return createdAt;
    }

    synchronized Status status() {
        return status;
    }

    synchronized @Nullable Instant completedAt() {
        return completedAt;
    }

    synchronized @Nullable String errorCode() {
        return errorCode;
    }

    synchronized long objects() {
        return objects;
    }

    synchronized long roots() {
        return roots;
    }

    synchronized long fileSize() {
        return fileSize;
    }

    /** The file with the result; none when the operation gave nothing, or its time is over. */
    synchronized @Nullable Path result(Instant now) {
        boolean over = completedAt != null && now.isAfter(completedAt.plus(RESULT_LIFE));
        return over || fileSize == 0 || !status.ended() ? null : result;
    }

    synchronized void start() {
        status = Status.RUNNING;
    }

    /** Counts the lines that were written; false when the operation is to stop. */
    synchronized boolean wrote(int lines, int rootLines) {
        objects += lines;
        roots += rootLines;
        return status == Status.RUNNING;
    }

    /** False when it has ended already. */
    synchronized boolean cancel() {
        if (status.ended()) {
            return false;
        }
        status = Status.CANCELING;
        return true;
    }

    synchronized void end(@Nullable String error, Path file, long size, Instant now) {
        status = status == Status.CANCELING ? Status.CANCELED : error == null ? Status.COMPLETED : Status.FAILED;
        errorCode = error;
        result = file;
        fileSize = size;
        completedAt = now;
    }
}
