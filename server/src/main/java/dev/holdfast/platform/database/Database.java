package dev.holdfast.platform.database;

import dev.holdfast.platform.ShopId;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The door to the tables: every transaction is one shop's, or touches global tables alone.
 *
 * <p>Within a shop's transaction row security shows that shop's rows and no other; without a shop, tenant tables are empty.
 * Transactions are read committed. One that PostgreSQL could not serialize, that met a deadlock or lost its connection before
 * the commit is done again, up to {@value Retry#TRIES} times, so the work must not touch anything but the database. A
 * transaction is never opened inside another.
 */
public final class Database {

    private final DataSource source;
    private final JdbcClient sql;
    private final DataSourceTransactionManager transactions;

    public Database(DataSource source) {
        this.source = source;
        sql = JdbcClient.create(source);
        transactions = new DataSourceTransactionManager(source);
    }

    /**
     * Does work on one shop's rows, all of it or nothing.
     *
     * @throws CommitUnknown when the connection broke during the commit
     * @throws org.springframework.dao.DataAccessException when the database refuses or stays out of reach
     */
    public <T extends @Nullable Object> T inShop(ShopId shop, Function<JdbcClient, T> work) {
        return once(client -> {
            client.sql("select set_config('holdfast.shop_id', ?, true)")
                    .param(Long.toString(shop.value()))
                    .query(String.class)
                    .single();
            return work.apply(client);
        });
    }

    /** Does work on global tables, all of it or nothing; tenant tables show no rows. Throws as {@link #inShop}. */
    public <T extends @Nullable Object> T global(Function<JdbcClient, T> work) {
        return once(work);
    }

    private <T extends @Nullable Object> T once(Function<JdbcClient, T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a transaction is already open here: open it in one place per use case");
        }
        return new Retry().run(progress -> attempt(work, progress));
    }

    private <T extends @Nullable Object> T attempt(Function<JdbcClient, T> work, Retry.Progress progress) {
        TransactionStatus status = transactions.getTransaction(null);
        progress.begun();
        T result;
        try {
            result = work.apply(sql);
        } catch (RuntimeException | Error e) {
            rollBack(status, e);
            throw e;
        }
        progress.committing();
        transactions.commit(status);
        return result;
    }

    // Over a broken connection nothing can be rolled back, and nothing needs to be: why it failed is worth more.
    private void rollBack(TransactionStatus status, Throwable why) {
        try {
            transactions.rollback(status);
        } catch (TransactionException e) {
            why.addSuppressed(e);
        }
    }

    /**
     * For doors that must be faster than a transaction of ours, such as the webhook inbox, and for {@code COPY}: connections
     * act as the app's role, and tenant tables show no rows until a shop is set.
     */
    public DataSource source() {
        return source;
    }
}
