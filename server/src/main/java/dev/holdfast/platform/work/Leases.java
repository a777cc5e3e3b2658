package dev.holdfast.platform.work;

import dev.holdfast.platform.Ids;
import dev.holdfast.platform.database.Database;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives out rights to do something alone, across all processes on the database.
 *
 * <p>A holder may sleep past the end of its lease and not know it, so whatever it writes is guarded by {@link #guard}, in the
 * same transaction. Clocks of several machines may differ: a lease is then taken early or late, but never held by two.
 */
public final class Leases {

    private final Database database;
    private final InstantSource clock;
    private final Ids ids;

    public Leases(Database database, InstantSource clock, Ids ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    /** Takes a lease that nobody holds; nothing when somebody does. */
    public Optional<Lease> take(String name, Duration length) {
        Instant now = clock.instant();
        var holder = ids.next();
        return database.global(sql -> sql.sql("""
                        insert into lease as held (name, holder, fence, expires_at)
                        values (:name, :holder, 1, :until)
                        on conflict (name) do update
                           set holder = excluded.holder, fence = held.fence + 1, expires_at = excluded.expires_at
                         where held.expires_at <= :now
                        returning fence
                        """)
                .param("name", name)
                .param("holder", holder)
                .param("until", Timestamp.from(now.plus(length)))
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional()
                .map(fence -> new Lease(name, holder, fence, now.plus(length))));
    }

    /** Holds it longer, from now. Throws {@link LeaseLost} when somebody else took it. */
    public Lease renew(Lease lease, Duration length) {
        Instant until = clock.instant().plus(length);
        if (setEnd(lease, until) == 0) {
            throw new LeaseLost(lease);
        }
        return new Lease(lease.name(), lease.holder(), lease.fence(), until);
    }

    /** Lets others have it at once; when it was lost already, nothing happens. */
    public void release(Lease lease) {
        setEnd(lease, clock.instant());
    }

    private int setEnd(Lease lease, Instant end) {
        return database.global(sql -> sql.sql("""
                        update lease set expires_at = :end
                         where name = :name and fence = :fence and holder = :holder
                        """)
                .param("end", Timestamp.from(end))
                .param("name", lease.name())
                .param("fence", lease.fence())
                .param("holder", lease.holder())
                .update());
    }

    /**
     * Makes a transaction fail unless the lease is still the holder's; nobody can take it before that transaction ends.
     * Throws {@link LeaseLost}.
     */
    public void guard(JdbcClient transaction, Lease lease) {
        boolean ours = transaction
                .sql("select true from lease where name = :name and fence = :fence and holder = :holder for share")
                .param("name", lease.name())
                .param("fence", lease.fence())
                .param("holder", lease.holder())
                .query(Boolean.class)
                .optional()
                .orElse(false);
        if (!ours) {
            throw new LeaseLost(lease);
        }
    }
}
