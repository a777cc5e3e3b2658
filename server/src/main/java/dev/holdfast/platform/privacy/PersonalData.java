package dev.holdfast.platform.privacy;

import dev.holdfast.platform.ShopId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One place where personal data is kept; every module that keeps some has a bean of this type for each place. */
public interface PersonalData {

    /** The place in the words of whoever reads an answer to a buyer: "webhooks that were set aside". */
    String name();

    /** What is kept of this person in one shop, as it is kept, within that shop's open transaction. */
    List<String> find(JdbcClient sql, ShopId shop, Person person);

    /** What an expression of {@link Contacts#PATTERNS} finds in what is kept in one shop, each once. */
    List<String> contacts(JdbcClient sql, ShopId shop, String pattern);

    /** Forgets it, within the shop's open transaction; answers how many rows that took. */
    int redact(JdbcClient sql, ShopId shop, Person person);
}
