package dev.holdfast.shopify.outbox;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.privacy.Person;
import dev.holdfast.platform.privacy.PersonalData;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Effects on Shopify that name a person; numbers of orders alone are nobody's data. */
final class OutboxPersonalData implements PersonalData {
    private static final String OF_PERSON =
            " where shop_id = :shop and (variables ~* :person or context ~* :person or reason ~* :person)";

    private final InstantSource clock;

    OutboxPersonalData(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "effects on Shopify";
    }

    @Override
    public List<String> find(JdbcClient sql, ShopId shop, Person person) {
        return person.contacts()
                .map(contacts -> sql.sql("select kind || ' ' || variables as told from outbox" + OF_PERSON)
                        .param("shop", shop.value())
                        .param("person", contacts)
                        .query((row, _) -> row.getString("told"))
                        .list())
                .orElse(List.of());
    }

    @Override
    public List<String> contacts(JdbcClient sql, ShopId shop, String pattern) {
        return sql.sql("""
                        select distinct found[1] as contact
                        from outbox,
                             regexp_matches(concat_ws(' ', variables, context, reason), :pattern, 'g') as found
                        where shop_id = :shop
                        """)
                .param("shop", shop.value())
                .param("pattern", pattern)
                .query((row, _) -> row.getString("contact"))
                .list();
    }

    /**
     * Empties them. One that has not been carried out is dropped: without its contents it cannot be. One that is under way
     * this moment stays so, and ends as its answer says, or set aside when none comes.
     */
    @Override
    public int redact(JdbcClient sql, ShopId shop, Person person) {
        return person.contacts()
                .map(contacts -> sql.sql("""
                        update outbox
                        set variables = '{}', context = '{}', reason = 'Emptied: the person it named asked to be forgotten.',
                            state = case when state in ('waiting', 'unknown', 'set_aside') then 'dropped' else state end,
                            closed_at = case when state in ('waiting', 'unknown', 'set_aside') then :now else closed_at end
                        """ + OF_PERSON)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("shop", shop.value())
                        .param("person", contacts)
                        .update())
                .orElse(0);
    }
}
