package dev.holdfast.shop.privacy;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.privacy.Contacts;
import dev.holdfast.platform.privacy.Forgotten;
import dev.holdfast.platform.privacy.ForgottenFile;
import dev.holdfast.platform.privacy.ForgottenFile.Entry;
import dev.holdfast.platform.privacy.Person;
import dev.holdfast.shopify.ShopRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Before anything works on the database: who is in the file and not forgotten in it came back with a backup, and goes. */
final class ForgetAgain implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(ForgetAgain.class);

    private final Database database;
    private final ShopRegistry shops;
    private final PrivacyRequests requests;
    private final ShopErasure erasure;
    private final ForgottenFile file;

    ForgetAgain(
            Database database, ShopRegistry shops, PrivacyRequests requests, ShopErasure erasure, ForgottenFile file) {
        this.database = database;
        this.shops = shops;
        this.requests = requests;
        this.erasure = erasure;
        this.file = file;
    }

    @Override
    public void afterSingletonsInstantiated() {
        // The key before the present one is forgotten with the next rotation, which other machines may have begun.
        file.sealAgain();
        var entries = file.entries();
        if (entries.isEmpty()) {
            return;
        }
        Stream.concat(shops.installed().stream(), shops.departed().stream()).forEach(shop -> {
            var domain = shops.domain(shop).value();
            var asked = entries.getOrDefault(ForgottenFile.fingerprint(domain), List.of());
            int done = asked.isEmpty() ? 0 : database.inShop(shop, sql -> again(sql, shop, asked));
            if (done > 0) {
                log.info("{}: {} requests to be forgotten are carried out once more", shop, done);
            }
        });
    }

    private int again(JdbcClient sql, ShopId shop, List<Entry> asked) {
        for (var entry : asked) {
            if (entry.person().isEmpty() && erasure.erase(sql, shop, entry.at())) {
                return 1;
            }
        }
        var numbers = asked.stream().flatMap(entry -> numbers(entry).stream()).toList();
        var unknown = Forgotten.missing(sql, shop, numbers);
        var back = asked.stream()
                .filter(entry -> numbers(entry).stream().anyMatch(unknown::contains))
                .toList();
        back.forEach(entry -> entry.person().ifPresent(person -> forget(sql, shop, person)));
        // Nothing here says whether somebody without a number has come back.
        var byContact = asked.stream()
                .filter(entry -> !entry.contacts().isEmpty()
                        && (back.contains(entry) || numbers(entry).isEmpty()))
                .toList();
        return back.size() + byContact(sql, shop, byContact);
    }

    private static List<Long> numbers(Entry entry) {
        return entry.person().map(Person::numbers).orElse(List.of());
    }

    private int byContact(JdbcClient sql, ShopId shop, List<Entry> asked) {
        if (asked.isEmpty()) {
            return 0;
        }
        var present = Contacts.PATTERNS.stream()
                .flatMap(pattern -> Stream.concat(
                        requests.contacts(sql, shop, pattern).stream(), waiting(sql, shop, pattern).stream()))
                .toList();
        var found = file.contacts(asked, present);
        found.forEach(contact -> forget(sql, shop, Person.of(contact)));
        return found.size();
    }

    private static List<String> waiting(JdbcClient sql, ShopId shop, String pattern) {
        return sql.sql("""
                        select distinct found[1] as contact
                        from webhook_inbox,
                             regexp_matches(
                                 concat_ws(' ', body,
                                     case when body_is_base64 then encode(decode(body, 'base64'), 'escape') end),
                                 :pattern, 'g') as found
                        where shop_domain = (select domain from shop where shop_id = :shop)
                        """)
                .param("shop", shop.value())
                .param("pattern", pattern)
                .query((row, _) -> row.getString("contact"))
                .list();
    }

    private void forget(JdbcClient sql, ShopId shop, Person person) {
        requests.forget(sql, shop, person);
        // What waits came with the backup too; whatever else it told is found when the shop is compared.
        person.traces()
                .ifPresent(traces -> sql.sql("""
                        delete from webhook_inbox
                        where shop_domain = (select domain from shop where shop_id = :shop)
                          and (body ~* :person
                               or (body_is_base64 and encode(decode(body, 'base64'), 'escape') ~* :person))
                        """)
                        .param("shop", shop.value())
                        .param("person", traces)
                        .update());
    }
}
