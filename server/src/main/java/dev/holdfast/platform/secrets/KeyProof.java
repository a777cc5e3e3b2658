package dev.holdfast.platform.secrets;

import dev.holdfast.platform.Refusal;
import dev.holdfast.platform.database.Database;

/**
 * One sealed row that shows whether the keys at hand are those of this database: a second machine with a key of its own, or a
 * restore without the key, is found at the start and not at the first call to Shopify.
 */
final class KeyProof implements SealedRows {

    private static final String TEXT = "Holdfast";
    private static final String PLACE = "key proof";

    private final Database database;

    KeyProof(Database database) {
        this.database = database;
    }

    /** Throws {@link Refusal} when they are others. */
    void check(Secrets secrets, SecretSettings settings) {
        byte[] fresh = secrets.seal(TEXT, PLACE);
        byte[] stored = database.global(sql -> {
            sql.sql("insert into key_proof (one, sealed) values (true, ?) on conflict (one) do nothing")
                    .param(fresh)
                    .update();
            return sql.sql("select sealed from key_proof").query(byte[].class).single();
        });
        try {
            secrets.open(stored, PLACE);
        } catch (CannotOpen e) {
            throw new Refusal(
                    settings.place(),
                    "is not the key that sealed this database's secrets; copy the key file of the machine that made them,"
                            + " or name it in secrets.key-file",
                    e);
        }
    }

    @Override
    public String name() {
        return "key proof";
    }

    @Override
    public int sealAgain(Secrets secrets) {
        return database.global(sql -> {
            var stored = sql.sql("select sealed from key_proof for update")
                    .query(byte[].class)
                    .optional();
            if (stored.isEmpty() || secrets.isCurrent(stored.get())) {
                return 0;
            }
            return sql.sql("update key_proof set sealed = ?")
                    .param(secrets.seal(secrets.open(stored.get(), PLACE), PLACE))
                    .update();
        });
    }
}
