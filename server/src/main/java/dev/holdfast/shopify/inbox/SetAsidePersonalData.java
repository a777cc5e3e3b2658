package dev.holdfast.shopify.inbox;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.privacy.Person;
import dev.holdfast.platform.privacy.PersonalData;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Webhooks that were set aside: whole payloads, so one that tells of a person goes whole. */
final class SetAsidePersonalData implements PersonalData {
    // Bytes that are no text are looked through as PostgreSQL spells them out, which keeps ASCII as it is.
    private static final String OF_PERSON = """
            where shop_id = :shop
              and (body ~* :person or reason ~* :person
                   or (body_is_base64 and encode(decode(body, 'base64'), 'escape') ~* :person))
            """;

    @Override
    public String name() {
        return "webhooks that were set aside";
    }

    @Override
    public List<String> find(JdbcClient sql, ShopId shop, Person person) {
        return person.traces()
                .map(traces -> sql.sql("select body from webhook_set_aside " + OF_PERSON)
                        .param("shop", shop.value())
                        .param("person", traces)
                        .query((row, _) -> row.getString("body"))
                        .list())
                .orElse(List.of());
    }

    @Override
    public List<String> contacts(JdbcClient sql, ShopId shop, String pattern) {
        return sql.sql("""
                        select distinct found[1] as contact
                        from webhook_set_aside,
                             regexp_matches(
                                 concat_ws(' ', body, reason,
                                     case when body_is_base64 then encode(decode(body, 'base64'), 'escape') end),
                                 :pattern, 'g') as found
                        where shop_id = :shop
                        """)
                .param("shop", shop.value())
                .param("pattern", pattern)
                .query((row, _) -> row.getString("contact"))
                .list();
    }

    @Override
    public int redact(JdbcClient sql, ShopId shop, Person person) {
        return person.traces()
                .map(traces -> sql.sql("delete from webhook_set_aside " + OF_PERSON)
                        .param("shop", shop.value())
                        .param("person", traces)
                        .update())
                .orElse(0);
    }
}
